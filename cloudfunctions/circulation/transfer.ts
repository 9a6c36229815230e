import type { Refusal } from '../../typings/contract/refusals';
import type { ItemDocument, OpenLoan, Rules } from '../documents';
import { daysBetween } from '../kernel/local-date';
import { refusalsToCheckOut, type CheckOutFacts } from './check-out';
import { neededBy } from './fetching';
import { isFor, isServable } from './hold-queue';
import { isOverdue } from './reader-blocks';

export interface TransferFacts extends Omit<CheckOutFacts, 'item' | 'onSite' | 'branchId'> {
  /** On loan to the reader who hands it over; `reader` is the one who takes it, `rules` are theirs. */
  item: ItemDocument & { loan: OpenLoan };
  /** The rules of the loan that ends. */
  rulesOfLoan: Pick<Rules, 'transferable'>;
}

/** Why a copy may not be handed on by its reader, whoever takes it. */
export const refusalsToOffer = (
  facts: Pick<TransferFacts, 'item' | 'rulesOfLoan' | 'today' | 'now'>,
): Refusal[] => {
  const { loan } = facts.item;
  return [
    ...(facts.rulesOfLoan.transferable ? [] : [{ code: 'transfer_not_offered' as const }]),
    ...(loan.onSite ? [{ code: 'loan_on_site' as const }] : []),
    ...(loan.recall ? [{ code: 'loan_recalled' as const, on: loan.recall.on }] : []),
    ...(loan.claimedReturnedAt !== null ? [{ code: 'loan_claimed_returned' as const }] : []),
    ...(isOverdue(loan, facts)
      ? [{ code: 'loan_overdue' as const, days: Math.max(0, daysBetween(loan.dueOn, facts.today)) }]
      : []),
  ];
};

/**
 * Every reason why a copy does not go from one reader to another: what would stand against its return, and
 * what stands against the loan that begins. Where it would go to a reader who waits if it were brought back,
 * it has to be brought back.
 */
export const refusalsToTransfer = (facts: TransferFacts): Refusal[] => {
  const { item, reader } = facts;
  if (item.loan.readerId === reader._id) return [{ code: 'transfer_to_oneself' }];
  const offer = refusalsToOffer(facts);
  const ownRules: Refusal[] =
    facts.rules.transferable || !facts.rulesOfLoan.transferable ? [] : [{ code: 'transfer_not_offered' }];
  return [...offer, ...ownRules, ...waiting(facts), ...refusalsToCheckOut(asCheckOut(facts))];
};

/**
 * The loan that begins, as the check-out rule sees it: the copy stands at the branch of the loan that ends.
 * Who waits is asked by the transfer itself, so that the reader's own holds are left, and those of who needs
 * the copy from a later day on.
 */
export const asCheckOut = (facts: TransferFacts): CheckOutFacts => {
  const { item, reader, queue } = facts;
  const day = facts.callsBy(item);
  return {
    ...facts,
    item: { ...item, status: 'available', loan: null },
    branchId: item.loan.branchId,
    onSite: false,
    queue: queue.filter((hold) => isFor(hold, reader._id) || !isServable(hold, day)),
  };
};

const waiting = ({ reader, item, shelf, callsBy, ...facts }: TransferFacts): Refusal[] => {
  const queue = facts.queue.filter((hold) => !isFor(hold, reader._id));
  const needed = neededBy(item, { queue, shelf, callsBy });
  return needed ? [{ code: 'others_waiting', ...needed }] : [];
};
