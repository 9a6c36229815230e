import { Command } from 'commander';
import { runCommand } from '../../command';
import { putReaders } from '../bench-readers';
import { inconsistencies } from '../../../demo/consistency';
import type { EventDocument, RegistrationDocument } from '../../../cloudfunctions/documents';
import { isBusy, whenThereIsRoom } from '../../../miniprogram/lib/full-house';
import { anEvent } from '../an-event';
import { startDemoLibrary } from '../demo-library';
import { quantile } from '../load';
import type { Cloud } from '../../../local/cloud/index';

/**
 * Many readers reach for few seats at once, through the real functions: 300 within a second, then the
 * others over a minute. `npm run bench:crowd -- --readers 5000 --seats 100`. Ends non-zero when a seat was
 * given twice or not at all, a family was split, a call failed or somebody was asked to try again.
 */

interface Options {
  readers: number;
  seats: number;
  rush: number;
  seconds: number;
  latency: number;
}

const EVENT = 'bench-crowd';
/** Every eleventh comes with family. */
const placesOf = (n: number): number => (n % 11 === 10 ? 3 : 1);

async function run({ readers, seats, rush, seconds, latency }: Options): Promise<void> {
  const cloud = await startDemoLibrary({ warm: 4 });
  const names = Array.from({ length: readers }, (_, n) => `o-crowd-${n}`);
  await putReaders(cloud, names, '8');
  const event = anEvent(EVENT, { now: cloud.clock.now(), seats, party: 3 });
  await cloud.db.upsert('events', [{ ...event }]);
  const before = cloud.counters().total.roundTrips;
  cloud.parts.network.latencyMs = latency;
  const began = performance.now();
  const times: number[] = [];
  const failed: string[] = [];
  const waited = { times: 0 };
  const tap = async (openid: string, n: number): Promise<void> => {
    await new Promise((resume) => setTimeout(resume, momentOf(n, { readers, rush, seconds })));
    const start = performance.now();
    try {
      await whenThereIsRoom(() => tapped(cloud, openid, placesOf(n), waited));
    } catch (error) {
      failed.push(JSON.stringify(error).slice(0, 200));
    }
    times.push(performance.now() - start);
  };
  await Promise.all(names.map(tap));
  const took = (performance.now() - began) / 1000;
  const trips = cloud.counters().total.roundTrips - before;
  const faults = await look(cloud, seats);
  await cloud.close();
  console.log(
    `${readers} readers for ${seats} seats, ${rush} of them within a second, ${latency} ms a call of the database`,
  );
  console.log(
    `${(readers / took).toFixed(0)} a second over ${took.toFixed(1)} s; p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms`,
  );
  console.log(
    `${(trips / readers).toFixed(2)} calls of the database a reader, ${(trips / seats).toFixed(1)} a seat`,
  );
  console.log(
    `${waited.times} times a phone waited by itself, as the platform runs 20 calls of a function at once`,
  );
  console.log(`failed or asked to try again: ${failed.length}${failed[0] ? `, for one: ${failed[0]}` : ''}`);
  for (const fault of faults) console.log(`FAULT ${fault}`);
  if (failed.length + faults.length > 0) process.exitCode = 1;
  else console.log(`all ${seats} seats are given once, the others wait in their order, no family is split`);
}

/** As the phone does it: a call that was not even begun is made again by itself, under the same id. */
async function tapped(
  cloud: Cloud,
  openid: string,
  places: number,
  waited: { times: number },
): Promise<{ result: unknown }> {
  const data = {
    action: 'events.register',
    input: { eventId: EVENT, places },
    requestId: `${openid}-register`,
  };
  const answer = await cloud.call('reader', data, openid);
  if (!('result' in answer)) {
    waited.times++;
    throw answer;
  }
  const { result } = answer as { result: { ok?: boolean } };
  if (result.ok || isBusy(result)) return { result };
  throw new Error(JSON.stringify(result));
}

/** The first within one second, the others evenly over the time. */
const momentOf = (
  n: number,
  { readers, rush, seconds }: Pick<Options, 'readers' | 'rush' | 'seconds'>,
): number => (n < rush ? (n / rush) * 1000 : ((n - rush) / Math.max(1, readers - rush)) * seconds * 1000);

/** What is wrong with how the seats were given. */
async function look(cloud: Cloud, seats: number): Promise<string[]> {
  const [event] = (await cloud.db.get('events', [EVENT])) as unknown as EventDocument[];
  const all = (await cloud.db.find('registrations', { eventId: EVENT })) as unknown as RegistrationDocument[];
  const has = all.filter(({ status }) => status === 'registered');
  const waits = all.filter(({ status }) => status === 'waiting').sort((a, b) => (a.order < b.order ? -1 : 1));
  const given = has.reduce((sum, { places }) => sum + places, 0);
  const names = await cloud.db.find('events', {});
  const everything = { events: names, registrations: await cloud.db.find('registrations', {}) };
  return [
    ...(given > seats ? [`${given} places of ${seats}`] : []),
    ...(given < seats && waits.some(({ places }) => places <= seats - given)
      ? [`${seats - given} places are left over`]
      : []),
    ...(event?.registered === given
      ? []
      : [`the event counts ${event?.registered ?? 0}, its registrations ${given}`]),
    ...(new Set(has.map(({ readerId }) => readerId)).size === has.length
      ? []
      : ['somebody has a seat twice']),
    ...(new Set(waits.map(({ order }) => order)).size === waits.length ? [] : ['two wait at one place']),
    ...all
      .filter(({ readerId, places }) => places !== placesOf(Number(readerId.split('-').at(-1))))
      .map(({ readerId }) => `${readerId} has other places than were asked for`),
    ...inconsistencies(everything as never).filter(
      (line) => line.includes(EVENT) && !line.includes('reader does not exist'),
    ),
  ];
}

runCommand(
  new Command()
    .option('--readers <count>', 'who reach for a seat', Number, 5000)
    .option('--seats <count>', 'seats', Number, 100)
    .option('--rush <count>', 'of the readers, within the first second', Number, 300)
    .option('--seconds <seconds>', 'over which the others come', Number, 60)
    .option('--latency <ms>', 'of one call of the database', Number, 8)
    .action((options: Options) => run(options)),
);
