import type { JobContext } from '../../kernel/context';
import { between, type Condition } from '../../kernel/database';
import { daily, TIME_FOR_JOBS_MS } from '../../kernel/job';
import { addDays } from '../../kernel/local-date';
import { TERMS, type Term } from './retention';

const BATCH = 50;

/**
 * Forgets what has been kept long enough. All terms are asked about in one round trip, and those that have
 * run out for something are looked up together; again as long as one of them was full.
 */
export const keepTerms = daily('keep_terms', '03:20', async (context) => {
  const hasOver = await context.db.whichAreThere(
    TERMS.map((term) => ({ collection: term.collection, where: beyond(context, term) })),
  );
  const found = await Promise.all(
    TERMS.filter((_, n) => hasOver[n]).map(async (term) => ({ term, over: await overNow(context, term) })),
  );
  let done = 0;
  for (const { term, over } of found) {
    if (context.elapsedMs() > TIME_FOR_JOBS_MS) return { done, after: 'more' };
    for (const document of over) await endTerm(context, term, document);
    done += over.length;
  }
  return { done, after: found.some(({ over }) => over.length === BATCH) ? 'more' : null };
});

/** A moment of a day is later than the day's own text: both are before the first day that is kept. */
const firstKept = ({ today, library }: JobContext, { days }: Term): string =>
  addDays(today, -(days === 'log' ? library.settings.anonymiseAfterDays : days));

const beyond = (context: JobContext, term: Term): Record<string, Condition> => ({
  ...term.where,
  [term.since]: between({ from: '0', below: firstKept(context, term) }),
});

const overNow = (context: JobContext, term: Term) =>
  context.db.find(term.collection, {
    where: beyond(context, term),
    orderBy: [[term.since, 'asc']],
    limit: BATCH,
  });

/** Each document in a transaction of its own. */
const endTerm = (
  context: JobContext,
  term: Term,
  found: Awaited<ReturnType<typeof overNow>>[number],
): Promise<void> =>
  context.db.transact(async (transaction) => {
    const { collection, becomes } = term;
    if (typeof becomes !== 'function') return becomes.act(transaction, found, context);
    const document = await transaction.get(collection, found._id);
    // Somebody may have changed it since it was found.
    if (!document || !isOver(document, term, firstKept(context, term))) return;
    const after = becomes(document);
    if (after) return transaction.put(collection, after);
    return transaction.remove(collection, found._id);
  });

/** The conditions that terms have: a value, or one of some. */
const meets = (value: unknown, wanted: Condition): boolean =>
  typeof wanted === 'object' && wanted?.is === 'in'
    ? wanted.values.some((each) => each === value)
    : value === wanted;

const isOver = (document: object, { where, since }: Term, firstDay: string): boolean => {
  const fields = new Map<string, unknown>(Object.entries(document));
  const day = fields.get(since);
  const matches = Object.entries(where).every(([name, wanted]) => meets(fields.get(name), wanted));
  return matches && typeof day === 'string' && day < firstDay;
};
