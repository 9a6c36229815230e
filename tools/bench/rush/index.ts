import { Command } from 'commander';
import { runCommand } from '../../command';
import { table } from '../../table';
import type { Action, InputOf } from '../../../typings/contract';
import { doorOf } from '../../../miniprogram/lib/door';
import { isBusy, whenThereIsRoom } from '../../../miniprogram/lib/full-house';
import { putReaders } from '../bench-readers';
import { startDemoLibrary } from '../demo-library';
import { quantile } from '../load';
import { SCENES, type Scene } from './scenes';
import type { Cloud } from '../../../local/cloud/index';

/**
 * Many readers tap one thing within a second, on a database of some milliseconds where a conflicting
 * transaction fails at once: `npm run bench:rush -- --clicks 300 --latency 8`. Ends non-zero when anybody was
 * refused for reasons of ours, or what was counted is not what was done.
 */

interface Options {
  clicks: number;
  latency: number;
  only?: string;
}

interface Outcome {
  times: number[];
  failed: string[];
  /** Times that a phone waited by itself for one of the 20 calls that the platform runs at once. */
  waited: number;
  took: number;
  trips: number;
}

async function run({ clicks, latency, only }: Options): Promise<void> {
  const cloud = await startDemoLibrary({ warm: 4 });
  const faults: string[] = [];
  const rows: string[][] = [];
  for (const scene of SCENES.filter(({ name }) => only === undefined || name === only)) {
    const names = Array.from({ length: clicks }, (_, n) => `o-rush-${scene.name}-${n}`);
    if (scene.haveCards) await putReaders(cloud, names, scene.digits);
    await scene.prepare?.(cloud, names);
    cloud.parts.network.latencyMs = latency;
    const { times, failed, waited, took, trips } = await rush(cloud, scene, names);
    cloud.parts.network.latencyMs = 0;
    const wrong = await scene.look(cloud, names);
    faults.push(...[...failed, ...wrong].map((fault) => `${scene.name}: ${fault}`));
    rows.push([
      scene.name,
      ...[0.5, 0.99].map((q) => quantile(times, q).toFixed(0)),
      (clicks / took).toFixed(0),
      (trips / clicks).toFixed(2),
      String(waited),
      String(failed.length),
      String(wrong.length),
    ]);
  }
  await cloud.close();
  for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`);
  console.log(`${clicks} clicks within a second, ${latency} ms a call of the database`);
  const heads = ['rush', 'p50 ms', 'p99 ms', 'a second', 'calls a click', 'waited', 'failed', 'wrong'];
  console.log(table(heads, rows));
  if (faults.length > 0) process.exitCode = 1;
}

async function rush(cloud: Cloud, scene: Scene, names: readonly string[]): Promise<Outcome> {
  const before = cloud.counters().total.roundTrips;
  const outcome: Outcome = { times: [], failed: [], waited: 0, took: 0, trips: 0 };
  const began = performance.now();
  await Promise.all(
    names.map(async (openid, n) => {
      await new Promise((resume) => setTimeout(resume, (n / names.length) * 1000));
      const start = performance.now();
      try {
        await whenThereIsRoom(() => tapped(cloud, openid, scene.ask(n), outcome));
      } catch (error) {
        outcome.failed.push(error instanceof Error ? error.message : JSON.stringify(error));
      }
      outcome.times.push(performance.now() - start);
    }),
  );
  outcome.took = (performance.now() - began) / 1000;
  outcome.trips = cloud.counters().total.roundTrips - before;
  return outcome;
}

/** As the phone does it: a call that was not even begun is made again by itself, under the same id. */
async function tapped<A extends Action>(
  cloud: Cloud,
  openid: string,
  { action, input }: { action: A; input: InputOf<A> },
  outcome: Outcome,
): Promise<{ result: unknown }> {
  const answer = await cloud.call(doorOf(action), { action, input, requestId: `${openid}-1` }, openid);
  if (!('result' in answer)) {
    outcome.waited++;
    throw answer;
  }
  const { result } = answer as { result: { ok?: boolean } };
  if (result.ok || isBusy(result)) return { result };
  throw new Error(JSON.stringify(result).slice(0, 200));
}

runCommand(
  new Command()
    .option('--clicks <count>', 'readers who tap, within one second', Number, 300)
    .option('--latency <ms>', 'of one call of the database', Number, 8)
    .option('--only <rush>', 'one of them')
    .action((options: Options) => run(options)),
);
