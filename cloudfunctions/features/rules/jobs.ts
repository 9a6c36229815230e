import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';

const MOST_RUNS = 60;

export const jobs = reading('rules.jobs', {
  role: 'manager',
  schema: nothing,
  run: async ({ db }) => {
    const runs = await db.find('jobRuns', { where: {}, orderBy: [['day', 'desc']], limit: MOST_RUNS });
    return done({
      list: runs.map(({ jobs: names, day, startedAt, finishedAt, done: count }) => ({
        jobs: names,
        day,
        startedAt,
        ...(finishedAt && { finishedAt }),
        done: count,
      })),
    });
  },
});
