import { isOnLoan, type ItemOnLoan } from '../../circulation/open-loan';
import type { JobContext } from '../../kernel/context';
import { between, type Condition } from '../../kernel/database';
import { addDays } from '../../kernel/local-date';

const BATCH = 100;

/**
 * Open loans by their last day, a batch at a time; `after` is the last one looked at, so that loans that end
 * or move meanwhile skip nobody.
 */
export const loansByLastDay = async (
  context: JobContext,
  after: string | null,
  range: { from?: string; below?: string; upTo?: string },
): Promise<{ loans: ItemOnLoan[]; after: string | null }> => {
  const [day = '', barcode = ''] = after?.split('|') ?? [];
  const [rest, later] = await Promise.all([
    after ? pageOfLoans(context, day, between({ from: `${barcode}\u0000` })) : [],
    pageOfLoans(context, between({ ...range, ...(after && { from: addDays(day, 1) }) })),
  ]);
  const items = [...rest, ...later].slice(0, BATCH);
  const loans = items.filter(isOnLoan);
  const last = loans.at(-1);
  return { loans, after: items.length === BATCH && last ? `${last.loan.dueOn}|${last._id}` : null };
};

const pageOfLoans = ({ db }: JobContext, dueOn: Condition, _id?: Condition) =>
  db.find('items', {
    where: { 'loan.dueOn': dueOn, ...(_id !== undefined && { _id }) },
    orderBy: [
      ['loan.dueOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH,
  });
