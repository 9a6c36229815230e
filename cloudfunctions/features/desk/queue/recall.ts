import * as v from 'valibot';
import type { DeskApi } from '../../../../typings/contract/desk';
import type { Refusal } from '../../../../typings/contract/refusals';
import { knownBranch } from '../../../circulation/branches';
import { lendsBy } from '../../../circulation/call-facts';
import { couldServe } from '../../../circulation/hold-queue';
import { isOnLoan, rulesOfLoan, type ItemOnLoan } from '../../../circulation/open-loan';
import { itemToRecall, recalled, refusalsToRecall, type RecallFacts } from '../../../circulation/recall';
import type { HoldDocument } from '../../../documents';
import type { StaffContext } from '../../../kernel/context';
import { barcodeOfLoan } from '../../../kernel/loan-id';
import { writing } from '../../../kernel/operation';
import { isRefused, refuse } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { loanWithin } from '../../../reads/loans';
import { bringForward } from '../../../steps/bringing-forward';
import { recalled as recalledNotice } from '../../../steps/loan-notices';
import { tell } from '../../../steps/notices';
import { isOpen, openHoldWithin } from './open-hold';

type Recalled = ReturnType<DeskApi['desk.recall']>;
type RecallableLoan = { loanId: string };

/**
 * Asks back, for a hold that waits, the copy of its title that is due soonest and can be had earlier. The
 * item carries the recall: one for a loan; the hold knows which loan it is, so that the old due date comes
 * back when the hold needs it no more.
 */
export const recall = writing('desk.recall', {
  role: 'circulation',
  schema: v.strictObject({ holdId: anId }),
  prepare: async (context, { holdId }) => {
    const hold = await context.db.get('holds', holdId);
    if (!hold) return refuse({ code: 'hold_not_found' });
    // Nothing to choose for a hold that is served or has ended: the transaction says why.
    if (!isOpen(hold) || hold.barcode !== null) return { loanId: '' };
    return hold.recalledLoan === undefined ? choose(context, hold) : { loanId: hold.recalledLoan };
  },
  run: async (context, { holdId }, transaction, { loanId }) => {
    const open = await openHoldWithin(transaction, holdId);
    if (isRefused(open)) return open;
    const { hold } = open;
    if (hold.barcode !== null) return refuse({ code: 'hold_ready_already' });
    const item = await loanWithin(transaction, hold.recalledLoan ?? loanId);
    if (!item) return refuse({ code: 'loan_closed' });
    if (item.loan.recall?.holdId === holdId) return { ...answer(item), log: logOf(context, item, hold) };
    const facts = recallFacts(context, item);
    const refusals = refusalsToRecall(facts);
    if (refusals.length > 0) return { refusals };
    const after: ItemOnLoan = { ...item, loan: recalled(facts, holdId), changedAt: context.now };
    await transaction.put('items', after);
    await transaction.put('holds', { ...hold, recalledLoan: item.loan.loanId });
    await bringForward(transaction, after);
    await tell(transaction, context, recalledNotice(after.loan, item.title.title, after.loan.dueOn));
    return { ...answer(after), log: logOf(context, after, hold) };
  },
});

/** Of all loans of the title the one due soonest that can be had earlier; why not, when none can. */
const choose = async (
  context: StaffContext,
  hold: HoldDocument,
): Promise<RecallableLoan | { refusals: Refusal[] }> => {
  const items = await context.db.find('items', {
    where: { titleId: hold.titleId, status: 'on_loan' },
    limit: 1000,
  });
  const serving = items.filter((item) => couldServe(hold, item, lendsBy(context.library)));
  const can = serving
    .filter(isOnLoan)
    .filter((item) => refusalsToRecall(recallFacts(context, item)).length === 0);
  const chosen = itemToRecall(can);
  if (chosen) return { loanId: chosen.loan.loanId };
  const soonest = itemToRecall(serving) ?? serving.find(isOnLoan);
  return {
    refusals: soonest ? refusalsToRecall(recallFacts(context, soonest)) : [{ code: 'loan_not_found' }],
  };
};

const recallFacts = (context: StaffContext, item: ItemOnLoan): RecallFacts => ({
  loan: item.loan,
  rules: rulesOfLoan(context.library, item),
  calendar: {
    branch: knownBranch(context.library, item.loan.branchId),
    calendars: context.library.calendars,
  },
  today: context.today,
  now: context.now,
});

const answer = ({ loan }: ItemOnLoan): { value: Recalled } => ({
  value: {
    barcode: barcodeOfLoan(loan.loanId),
    dueOn: loan.dueOn,
    dueOnBefore: loan.recall?.dueOnBefore ?? loan.dueOn,
  },
});

const logOf = (
  { staff }: Pick<StaffContext, 'staff'>,
  { _id: barcode, title, loan }: ItemOnLoan,
  { readerId }: HoldDocument,
) => ({
  outcome: `催还：${loan.recall?.dueOnBefore ?? loan.dueOn} → ${loan.dueOn}`,
  readerId,
  barcode,
  titleName: title.title,
  branchId: staff.branchId,
});
