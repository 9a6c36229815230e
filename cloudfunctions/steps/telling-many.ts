import type { JobContext } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { messageOf, noticeOf, type Telling } from './notices';

/** Tellings of one transaction; a reader with more gets a second message. */
const MOST_TOGETHER = 20;

/**
 * Tells each occasion that was not told before; running again tells nothing twice. What one reader is told of
 * together stands in the inbox line by line and goes out as one message, a digest. Returns how many occasions
 * were new.
 */
export const tellNew = async (context: JobContext, tellings: Telling[]): Promise<number> => {
  const known = new Set(
    (
      await context.db.getMany(
        'notices',
        tellings.map((each) => each.occasion),
      )
    ).map((notice) => notice._id),
  );
  const fresh = tellings.filter((each) => !known.has(each.occasion));
  let told = 0;
  for (const group of together(fresh))
    told += await context.db.transact((transaction) => tellTogether(transaction, context, group));
  return told;
};

/** By reader and topic. */
const together = (tellings: Telling[]): Telling[][] => {
  const groups = new Map<string, Telling[][]>();
  for (const telling of tellings) {
    const key = `${telling.readerId} ${telling.topic}`;
    const parts = groups.get(key) ?? [];
    const last = parts.at(-1);
    if (last && last.length < MOST_TOGETHER) last.push(telling);
    else parts.push([telling]);
    groups.set(key, parts);
  }
  return [...groups.values()].flat();
};

const tellTogether = async (
  transaction: Transaction,
  context: JobContext,
  group: Telling[],
): Promise<number> => {
  const fresh: Telling[] = [];
  for (const telling of group) if (!(await transaction.get('notices', telling.occasion))) fresh.push(telling);
  const [first] = fresh;
  if (!first) return 0;
  for (const telling of fresh) await transaction.put('notices', noticeOf(telling, context.now));
  await transaction.put('outbox', messageOf(digest(first, fresh.length), context.now));
  return fresh.length;
};

/** What is counted: copies of loans, else matters. */
const counted = ({ topic }: Telling): string => (topic === 'due_soon' || topic === 'overdue' ? '册' : '项');

/** The facts of the first, and that there are more. */
const digest = (first: Telling, count: number): Telling =>
  count === 1
    ? first
    : {
        ...first,
        still: undefined,
        facts: { ...first.facts, title: `${first.facts['title'] ?? ''} 等 ${count} ${counted(first)}` },
      };
