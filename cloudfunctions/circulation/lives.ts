import type { OpenLoan } from '../documents';
import { stateAfter, type Life } from './life';

/** A copy, by its status. */
export const ITEM_LIFE = [
  { act: 'add', from: ['new'], to: 'available', rule: 'newItem' },
  {
    act: 'check_out',
    // Staff may set aside that a copy is lost, in repair or withdrawn, where the library lets them; never
    // that it is on loan.
    from: ['available', 'on_hold_shelf', 'in_transit', 'lost', 'in_repair', 'withdrawn'],
    to: 'on_loan',
    rule: 'refusalsToCheckOut',
  },
  { act: 'hand_over', from: ['on_loan'], to: 'available', rule: 'refusalsToTransfer' },
  { act: 'find', from: ['lost'], to: 'available', rule: 'routeCheckedIn' },
  {
    act: 'shelve',
    from: ['on_loan', 'available', 'on_hold_shelf', 'in_transit'],
    to: 'available',
    rule: 'routeCheckedIn',
  },
  {
    act: 'keep_for_hold',
    from: ['on_loan', 'available', 'on_hold_shelf', 'in_transit'],
    to: 'on_hold_shelf',
    rule: 'routeCheckedIn',
  },
  {
    act: 'send',
    from: ['on_loan', 'available', 'on_hold_shelf', 'in_transit'],
    to: 'in_transit',
    rule: 'routeCheckedIn',
  },
  { act: 'set_aside', from: ['in_repair'], to: 'in_repair', rule: 'routeCheckedIn' },
  { act: 'set_aside', from: ['withdrawn'], to: 'withdrawn', rule: 'routeCheckedIn' },
  {
    act: 'put_back',
    from: ['available', 'on_hold_shelf', 'in_transit', 'in_repair', 'withdrawn'],
    to: 'available',
    rule: 'refusalsToSet',
  },
  {
    act: 'repair',
    from: ['available', 'on_hold_shelf', 'in_transit', 'in_repair', 'withdrawn'],
    to: 'in_repair',
    rule: 'refusalsToSet',
  },
  {
    act: 'withdraw',
    from: ['available', 'on_hold_shelf', 'in_transit', 'in_repair', 'lost', 'withdrawn'],
    to: 'withdrawn',
    rule: 'refusalsToSet',
  },
  {
    act: 'lose',
    from: ['available', 'on_loan', 'on_hold_shelf', 'in_transit', 'in_repair'],
    to: 'lost',
    rule: 'refusalsToLose',
  },
] as const satisfies Life;

/** A hold, by its status. `send` finds it a copy elsewhere: it waits still, with the copy on its way. */
export const HOLD_LIFE = [
  { act: 'place', from: ['new'], to: 'waiting', rule: 'refusalsToHold' },
  { act: 'send', from: ['waiting'], to: 'waiting', rule: 'callNext' },
  { act: 'call', from: ['waiting'], to: 'ready', rule: 'callNext' },
  { act: 'send_back', from: ['ready', 'waiting'], to: 'waiting', rule: 'underWay' },
  { act: 'wait_again', from: ['ready', 'waiting'], to: 'waiting', rule: 'waitsAgain' },
  { act: 'fill', from: ['ready', 'waiting'], to: 'filled', rule: 'holdFor' },
  { act: 'cancel', from: ['ready', 'waiting'], to: 'cancelled', rule: 'releaseHold' },
  { act: 'expire', from: ['ready', 'waiting'], to: 'expired', rule: 'releaseHold' },
] as const satisfies Life;

/**
 * A loan: open in one of four states, ended in one of three. What stands against a renewal may be set aside
 * by staff.
 */
export const LOAN_LIFE = [
  { act: 'check_out', from: ['new'], to: 'open', rule: 'refusalsToCheckOut' },
  { act: 'renew', from: ['open'], to: 'open', rule: 'renewalOf' },
  { act: 'renew', from: ['recalled'], to: 'recalled', rule: 'renewalOf' },
  { act: 'renew', from: ['claimed_returned'], to: 'claimed_returned', rule: 'renewalOf' },
  { act: 'renew', from: ['claimed_while_recalled'], to: 'claimed_while_recalled', rule: 'renewalOf' },
  { act: 'recall', from: ['open'], to: 'recalled', rule: 'refusalsToRecall' },
  { act: 'end_recall', from: ['recalled'], to: 'open', rule: 'recallCancelled' },
  { act: 'end_recall', from: ['claimed_while_recalled'], to: 'claimed_returned', rule: 'recallCancelled' },
  { act: 'claim', from: ['open', 'claimed_returned'], to: 'claimed_returned', rule: 'claimedReturned' },
  {
    act: 'claim',
    from: ['recalled', 'claimed_while_recalled'],
    to: 'claimed_while_recalled',
    rule: 'claimedReturned',
  },
  { act: 'unclaim', from: ['claimed_returned'], to: 'open', rule: 'claimedReturned' },
  { act: 'unclaim', from: ['claimed_while_recalled'], to: 'recalled', rule: 'claimedReturned' },
  {
    act: 'give_back',
    from: ['open', 'recalled', 'claimed_returned', 'claimed_while_recalled'],
    to: 'returned',
    rule: 'routeCheckedIn',
  },
  {
    act: 'lose',
    from: ['open', 'recalled', 'claimed_returned', 'claimed_while_recalled'],
    to: 'lost',
    rule: 'refusalsToLose',
  },
  { act: 'hand_over', from: ['open'], to: 'transferred', rule: 'refusalsToTransfer' },
] as const satisfies Life;

type LoanAct = (typeof LOAN_LIFE)[number]['act'];

export const loanState = ({ recall, claimedReturnedAt }: Pick<OpenLoan, 'recall' | 'claimedReturnedAt'>) => {
  if (claimedReturnedAt !== null) return recall ? 'claimed_while_recalled' : 'claimed_returned';
  return recall ? 'recalled' : 'open';
};

/** The loan that an act made of another. @throws when the act does not lead from the one to the other. */
export const loanAfter = (act: LoanAct, before: OpenLoan, after: OpenLoan): OpenLoan => {
  const [expected, made] = [stateAfter(LOAN_LIFE, act, loanState(before)), loanState(after)];
  if (made !== expected) throw new Error(`a loan that ${act} makes ${expected} was made ${made}`);
  return after;
};
