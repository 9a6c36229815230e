import type { Instant } from '../../../typings/contract/shapes';
import type { OperationDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, type Transaction } from '../../kernel/database';
import { daily } from '../../kernel/job';
import { instantOf } from '../../kernel/local-date';

/** Lines counted in one transaction: a title each, in the worst case. */
const BATCH = 20;
/** After every moment that a line of the log can have. */
const LAST = '\uffff';

/**
 * Counts what was lent before today into how popular its titles are. A check-out itself writes nothing of it:
 * what everybody borrows would be the document that all desks wait for. Up to which moment is counted stands
 * in a setting that is written with the counts, so that every loan counts once, wherever a run is cut off;
 * at night a loan can no longer be taken back as if it had never been.
 */
export const countLoans = daily('count_loans', '01:00', async (context) => {
  const { db, today } = context;
  const from = (await countedUpTo(db)) ?? '';
  const lines = await db.find('operations', {
    where: {
      at: between({ from: `${from}\u0000`, below: instantOf(today) }),
      lent: between({ from: '0' }),
    },
    orderBy: [['at', 'asc']],
    limit: BATCH,
    fields: ['at', 'lent'],
  });
  const counted = wholeMoments(lines);
  const last = counted.at(-1);
  if (!last) return { done: 0, after: null };
  await db.transact(async (transaction) => {
    // Another run was quicker.
    if (((await countedUpTo(transaction)) ?? '') !== from) return;
    await transaction.put('settings', { _id: 'loan-counting', upTo: last.at });
    for (const [titleId, loans] of loansByTitle(counted)) await add(transaction, context, titleId, loans);
  });
  return { done: counted.length, after: lines.length === BATCH ? 'more' : null };
});

const countedUpTo = async (db: Pick<Transaction, 'get'>): Promise<Instant | undefined> => {
  const setting = await db.get('settings', 'loan-counting');
  return setting?._id === 'loan-counting' ? setting.upTo : undefined;
};

type Lent = Pick<OperationDocument, 'at' | 'lent'>;

/** Of a batch that was cut off within one moment the lines of that moment wait for the next. */
const wholeMoments = (lines: readonly Lent[]): Lent[] => {
  const cut = lines.length === BATCH ? (lines.at(-1)?.at ?? LAST) : LAST;
  const whole = lines.filter(({ at }) => at < cut);
  return whole.length > 0 ? whole : [...lines];
};

const loansByTitle = (lines: readonly Lent[]): Map<string, number> => {
  const loans = new Map<string, number>();
  for (const { lent = '' } of lines) loans.set(lent, (loans.get(lent) ?? 0) + 1);
  return loans;
};

/**
 * Search learns of it as of any other change of the title. A title that was joined to another counts there.
 */
const add = async (
  transaction: Transaction,
  { now }: JobContext,
  titleId: string,
  loans: number,
): Promise<void> => {
  const into = (await transaction.get('titleMerges', titleId))?.into ?? titleId;
  if (!(await transaction.get('titles', into))) return;
  await transaction.amend('titles', into, { add: { popularity: loans } });
  await transaction.put('titleChanges', { _id: into, at: now });
};
