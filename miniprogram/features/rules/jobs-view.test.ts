import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runDays } from './jobs-view';

const features = join(__dirname, '../../../cloudfunctions/features');

/** The names under which jobs book their runs. */
const jobs = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.job.ts'))
  .flatMap((file) => [
    ...readFileSync(join(features, file), 'utf8').matchAll(/(?:everyTick|daily)\(\s*'(\w+)',/gm),
  ])
  .flatMap(([, name]) => name ?? []);

const aRun = (job: string) => ({
  jobs: [job],
  day: '2026-11-22',
  startedAt: '2026-11-22T02:00:00.000Z',
  finishedAt: '2026-11-22T02:01:00.000Z',
  done: 3,
});

it('every job has a name in Chinese', () => {
  expect(jobs.length).toBeGreaterThan(10);
  const runs = runDays(jobs.map(aRun), '2026-11-22').flatMap((day) => day.runs);
  expect(runs.map(({ name }) => name).filter((name) => /\w/.test(name))).toEqual([]);
});

it('a job that began on an earlier day and never ended stands out; one of today is under way', () => {
  const { finishedAt: _, ...open } = aRun('overdue');
  const status = (today: string) => runDays([open], today)[0]?.runs[0]?.status;
  expect(status('2026-11-23')).toBe('没有做完');
  expect(status('2026-11-22')).toBe('进行中');
});

it('jobs that found nothing to do stand in one line, by name', () => {
  const quiet = { ...aRun('overdue'), jobs: ['overdue', 'due_soon'], done: 0 };
  const [line] = runDays([quiet], '2026-11-22').flatMap(({ runs }) => runs);
  expect([line?.name, line?.facts]).toEqual([
    '2 项没有要办的',
    expect.stringContaining('逾期提醒、到期提醒'),
  ]);
});
