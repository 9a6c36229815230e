import type { RulesApi } from '../../../typings/contract/rules';
import { staffReading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';

const MOST_RUNS = 60;

export const jobs = staffReading<Record<string, never>, ReturnType<RulesApi['rules.jobs']>>(
  'manager',
  nothing,
  async ({ db }) => {
    const runs = await db.find('jobRuns', { where: {}, orderBy: [['day', 'desc']], limit: MOST_RUNS });
    return done({
      list: runs.map(({ job, day, startedAt, finishedAt, done: count }) => ({
        job,
        day,
        startedAt,
        ...(finishedAt && { finishedAt }),
        done: count,
      })),
    });
  },
);
