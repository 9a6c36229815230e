import type { LoanRankingSetting } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { addDays, instantOf, localDateOf } from '../../kernel/local-date';
import { lentMost } from '../../recommending/lent-most';

const DAYS = 30;
const PAGE = 1000;
/** So many lines of the log at most: a library that lends more tells of fewer days. */
const MOST_PAGES = 120;
const KEPT = 60;
/** Titles that are looked up among those that were joined. */
const LOOKED_AT = 200;

/** What was lent most in the last days, read from the log backwards, with the days that were read whole. */
export const renewRanking = async (context: JobContext): Promise<void> => {
  const { db, today } = context;
  const { loans, from } = await lentOfLate(context);
  const most = [...loans].sort((a, b) => b[1] - a[1]).slice(0, LOOKED_AT);
  const merges = await db.getMany(
    'titleMerges',
    most.map(([titleId]) => titleId),
  );
  const joined = new Map(merges.map(({ _id, into }) => [_id, into]));
  const ranking: LoanRankingSetting = {
    ...{ _id: 'loan-ranking', from, to: addDays(today, -1) },
    list: lentMost(new Map(most), joined, KEPT),
  };
  await db.transact((transaction) => transaction.put('settings', ranking));
};

const lentOfLate = async ({ db, today }: JobContext) => {
  const first = addDays(today, -DAYS);
  const loans = new Map<string, number>();
  let ofDay = new Map<string, number>();
  let day = '';
  let below = instantOf(today);
  const endDay = (): void => {
    for (const [titleId, count] of ofDay) loans.set(titleId, (loans.get(titleId) ?? 0) + count);
    ofDay = new Map();
  };
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const lines = await db.find('operations', {
      where: { at: between({ from: instantOf(first), below }), lent: between({ from: '0' }) },
      orderBy: [['at', 'desc']],
      limit: PAGE,
      fields: ['at', 'lent'],
    });
    const whole = lines.length < PAGE ? lines : lines.filter(({ at }) => at > lines.at(-1)!.at);
    for (const { at, lent = '' } of whole) {
      if (localDateOf(at) !== day) endDay();
      day = localDateOf(at);
      ofDay.set(lent, (ofDay.get(lent) ?? 0) + 1);
    }
    if (lines.length < PAGE) {
      endDay();
      return { loans, from: first };
    }
    below = `${lines.at(-1)!.at}\u0000`;
  }
  // The day at which reading stopped is not whole: it is left out.
  return { loans, from: addDays(day, 1) };
};
