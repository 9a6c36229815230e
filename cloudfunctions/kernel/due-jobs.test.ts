import type { SettingDocument } from '../documents';
import type { Sign } from './database';
import { dueJobs } from './due-jobs';
import { daily, everyTick, type Job } from './job';

const nothing = async () => ({ done: 0, after: null });
const NOW = '2026-11-29T01:00:00.000Z'; // 09:00 in the library
const TODAY = '2026-11-29';

/** A database in which only these signs are there; counts what it is asked. */
const asked = (there: (sign: Sign) => boolean, settings: SettingDocument[] = []) => {
  const calls = { settings: 0, signs: 0 };
  return {
    calls,
    db: {
      getMany: async (_: string, ids: readonly string[]) => {
        if (ids.length > 0) calls.settings += 1;
        return settings.filter(({ _id }) => ids.includes(_id)) as never;
      },
      whichAreThere: async (signs: readonly Sign[]) => {
        calls.signs += 1;
        return signs.map(there);
      },
    },
  };
};
const namesOf = async (
  jobs: readonly Job[],
  there: (sign: Sign) => boolean,
  settings: SettingDocument[] = [],
) =>
  (await dueJobs(jobs, { db: asked(there, settings).db, now: NOW, today: TODAY })).map(
    ({ job, isFirstToday }) => `${job.name}${isFirstToday ? ', first' : ''}`,
  );
const ran = ({ collection }: Sign): boolean => collection === 'jobRuns';

const mail = everyTick('mail', () => [{ collection: 'outbox', where: { status: 'pending' } }], nothing);
const lost = everyTick(
  'lost',
  () => [{ collection: 'settings', where: { _id: 'search-snapshot' }, missing: true }],
  nothing,
);
const morning = daily('morning', '08:00', nothing);
const evening = daily('evening', '21:00', nothing);

it('a job of every tick is due when one of its occasions is there', async () => {
  expect(await namesOf([mail], ran)).toEqual([]);
  expect(await namesOf([mail], () => true)).toEqual(['mail']);
});

it('where something must not be missing, its absence is the occasion', async () => {
  expect(await namesOf([lost], () => true)).toEqual([]);
  expect(await namesOf([lost], ran)).toEqual(['lost']);
});

it('the first tick of a day runs every job of every tick, whatever its occasions say', async () => {
  expect(await namesOf([mail, lost], ({ collection }) => collection === 'settings')).toEqual([
    'mail, first',
    'lost, first',
  ]);
});

it('a daily job is due from its time on, once', async () => {
  expect(await namesOf([morning, evening], () => false)).toEqual(['morning, first']);
  expect(await namesOf([morning, evening], ran)).toEqual([]);
});

it('an occasion may rest on a setting', async () => {
  const counting = everyTick(
    'counting',
    {
      settings: ['figure-counting'],
      of: ({ settings }) =>
        settings.get('figure-counting') ? [] : [{ collection: 'operations', where: {} }],
    },
    nothing,
  );
  const setting: SettingDocument = { _id: 'figure-counting', upTo: NOW, since: TODAY };
  expect(await namesOf([counting], () => true)).toEqual(['counting']);
  expect(await namesOf([counting], () => true, [setting])).toEqual([]);
});

it('all questions of a tick are one', async () => {
  const { db, calls } = asked(ran);
  await dueJobs([mail, lost, morning, evening], { db, now: NOW, today: TODAY });
  expect(calls).toEqual({ settings: 0, signs: 1 });
});
