import type { Refusal } from '../../typings/contract/refusals';
import type { ItemDocument, OpenLoan, Rules } from '../documents';
import { daysBetween } from '../kernel/local-date';
import { refusalsToCheckOut, type CheckOutFacts } from './check-out';
import { isFor, othersFor } from './hold-queue';
import { isOverdue } from './reader-blocks';

export interface TransferFacts extends Omit<CheckOutFacts, 'item' | 'onSite' | 'branchId' | 'onShelf'> {
  /** On loan to the reader who hands it over; `reader` is the one who takes it, `rules` are theirs. */
  item: ItemDocument & { loan: OpenLoan };
  /** The rules of the loan that ends. */
  rulesOfLoan: Pick<Rules, 'transferable'>;
  /** Copies of the title that stand free on a shelf and could serve those who wait. */
  freeCopies: number;
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
 * Who waits is asked by the transfer itself, so that only the reader's own holds are left.
 */
export const asCheckOut = (facts: TransferFacts): CheckOutFacts => {
  const { item, reader, queue } = facts;
  return {
    ...facts,
    item: { ...item, status: 'available', loan: null },
    branchId: item.loan.branchId,
    onSite: false,
    onShelf: facts.freeCopies + 1,
    queue: queue.filter((hold) => isFor(hold, reader._id)),
  };
};

const waiting = (facts: TransferFacts): Refusal[] => {
  const { queue, reader, item, freeCopies } = facts;
  const others = othersFor(queue, reader._id, item._id, facts);
  const wanted = others.some((hold) => hold.wants === item._id);
  return others.length > freeCopies || wanted
    ? [{ code: 'others_waiting', waiting: others.length, free: freeCopies }]
    : [];
};
