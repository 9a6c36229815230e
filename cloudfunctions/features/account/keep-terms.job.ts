import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import type { Job } from '../../kernel/job';
import { addDays } from '../../kernel/local-date';
import { TERMS, type Term } from './retention';

const BATCH = 50;

/** Forgets what has been kept long enough, term by term; `after` is the number of the term to go on with. */
export const keepTerms: Job = {
  name: 'keep_terms',
  when: { dailyFrom: '03:20' },
  step: async (context, after) => {
    const number = Number(after ?? 0);
    const term = TERMS[number];
    if (!term) return { done: 0, after: null };
    const done = await keep(context, term);
    if (done === BATCH) return { done, after: String(number) };
    return { done, after: number + 1 < TERMS.length ? String(number + 1) : null };
  },
};

/** One batch, each document in a transaction of its own. */
const keep = async (
  context: JobContext,
  { collection, where, since, days, becomes }: Term,
): Promise<number> => {
  const { db, today, library } = context;
  const kept = days === 'log' ? library.settings.anonymiseAfterDays : days;
  // A moment of a day is later than the day's own text: both are before the first day that is kept.
  const firstKept = addDays(today, -kept);
  const over = await db.find(collection, {
    where: { ...where, [since]: between({ from: '0', below: firstKept }) },
    orderBy: [[since, 'asc']],
    limit: BATCH,
  });
  for (const found of over)
    await db.transact(async (transaction) => {
      if (typeof becomes !== 'function') return becomes.act(transaction, found, context);
      const document = await transaction.get(collection, found._id);
      // Somebody may have changed it since it was found.
      if (!document || !isOver(document, where, since, firstKept)) return;
      const after = becomes(document);
      if (after) return transaction.put(collection, after);
      return transaction.remove(collection, found._id);
    });
  return over.length;
};

const isOver = (document: object, where: Term['where'], since: string, firstKept: string): boolean => {
  const fields = new Map<string, unknown>(Object.entries(document));
  const day = fields.get(since);
  const matches = Object.entries(where).every(([name, wanted]) => fields.get(name) === wanted);
  return matches && typeof day === 'string' && day < firstKept;
};
