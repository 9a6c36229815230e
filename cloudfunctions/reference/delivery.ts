import type { Refusal } from '../../typings/contract/refusals';
import type { DeliveryAct, DeliveryState } from '../../typings/contract/deliveries';
import type { Instant } from '../../typings/contract/shapes';
import type { DeliveryDocument, DeliveryRules } from '../documents';
import { addMinutes } from '../kernel/local-date';

/** One way from state to state, and who goes it. */
interface Way {
  readonly act: DeliveryAct;
  readonly by: 'reader' | 'staff' | 'time';
  readonly from: readonly DeliveryState[];
  readonly to: DeliveryState;
}

/** Everything that can happen to a document that was asked for; what does not stand here is impossible. */
export const DELIVERY_LIFE = [
  { act: 'search', by: 'staff', from: ['asked', 'searching'], to: 'searching' },
  { act: 'tell_cost', by: 'staff', from: ['searching', 'cost_told'], to: 'cost_told' },
  { act: 'agree', by: 'reader', from: ['cost_told'], to: 'agreed' },
  { act: 'obtain', by: 'staff', from: ['searching', 'agreed'], to: 'obtained' },
  { act: 'deliver', by: 'staff', from: ['obtained'], to: 'delivered' },
  // The link once more: for other days, and from the beginning.
  { act: 'renew_link', by: 'staff', from: ['delivered'], to: 'delivered' },
  { act: 'lend', by: 'time', from: ['obtained'], to: 'delivered' },
  { act: 'close', by: 'reader', from: ['delivered'], to: 'closed' },
  { act: 'give_back', by: 'staff', from: ['obtained', 'delivered'], to: 'closed' },
  { act: 'run_out', by: 'time', from: ['delivered'], to: 'closed' },
  { act: 'refuse', by: 'staff', from: ['asked', 'searching', 'cost_told', 'agreed'], to: 'unfilled' },
  { act: 'cancel', by: 'reader', from: ['asked', 'searching', 'cost_told'], to: 'cancelled' },
  { act: 'lapse', by: 'time', from: ['cost_told'], to: 'cancelled' },
] as const satisfies readonly Way[];

/** How ISO 18626 calls these states, for those with whom libraries lend one another. */
const ISO_18626: Record<DeliveryState, string> = {
  asked: 'RequestReceived',
  searching: 'ExpectToSupply',
  cost_told: 'RetryPossible',
  agreed: 'WillSupply',
  obtained: 'WillSupply',
  delivered: 'Loaned',
  closed: 'LoanCompleted',
  unfilled: 'Unfilled',
  cancelled: 'Cancelled',
};

/** A copy is completed where a book is lent. */
export const isoStateOf = ({ kind, state }: Pick<DeliveryDocument, 'kind' | 'state'>): string =>
  kind !== 'book' && (state === 'delivered' || state === 'closed') ? 'CopyCompleted' : ISO_18626[state];

/** Where an act leads, or undefined where it cannot be done. */
export const stateAfterDelivery = (act: DeliveryAct, state: DeliveryState): DeliveryState | undefined =>
  (DELIVERY_LIFE as readonly Way[]).find((way) => way.act === act && way.from.includes(state))?.to;

/** What can be done to it now by one side; a page shows these and no others. */
export const actsOf = (
  { state, kind, cost }: Pick<DeliveryDocument, 'state' | 'kind' | 'cost'>,
  side: 'reader' | 'staff',
): DeliveryAct[] =>
  (DELIVERY_LIFE as readonly Way[])
    .filter(({ by, from }) => by === side && from.includes(state))
    .map(({ act }) => act)
    .filter((act) => suits(act, { kind, state, cost }));

const OF_BOOKS: readonly DeliveryAct[] = ['lend', 'give_back'];
const OF_FILES: readonly DeliveryAct[] = ['deliver', 'renew_link', 'close', 'run_out'];

/** Books are lent and given back, files are opened; what costs something is not obtained before a yes. */
const suits = (
  act: DeliveryAct,
  { kind, state, cost }: Pick<DeliveryDocument, 'kind' | 'state' | 'cost'>,
): boolean => {
  if (kind === 'book' ? OF_FILES.includes(act) : OF_BOOKS.includes(act)) return false;
  return act !== 'obtain' || state === 'agreed' || cost === 0;
};

/** Why something cannot be done to it; none when it can. */
export const refusalsToDelivery = (
  act: DeliveryAct,
  delivery: Pick<DeliveryDocument, 'state' | 'kind' | 'cost'>,
): Refusal[] =>
  stateAfterDelivery(act, delivery.state) && suits(act, delivery)
    ? []
    : [{ code: 'delivery_is', state: delivery.state }];

/** @throws when its life knows no such way: then the code is wrong, not who asked. */
export const afterDelivery = (
  act: DeliveryAct,
  delivery: DeliveryDocument,
  by: string,
  now: Instant,
): DeliveryDocument => {
  const state = stateAfterDelivery(act, delivery.state);
  if (!state) throw new Error(`a document that is ${delivery.state} cannot ${act}`);
  return {
    ...delivery,
    state,
    since: state === delivery.state ? delivery.since : now,
    toldLate: state === delivery.state && delivery.toldLate,
    endedAt: isEnded(state) ? now : '',
    steps: [...delivery.steps, { act, at: now, by }],
  };
};

export const isEnded = (state: DeliveryState): boolean =>
  state === 'closed' || state === 'unfilled' || state === 'cancelled';

const DAY_MINUTES = 24 * 60;
export const daysAfter = (from: Instant, days: number): Instant => addMinutes(from, days * DAY_MINUTES);

/** Days that each state may last; null: as long as the loan or the link does. */
const limitOf = (state: DeliveryState, rules: DeliveryRules): number | null => {
  switch (state) {
    case 'asked':
      return rules.askedDays;
    case 'searching':
    case 'agreed':
      return rules.searchDays;
    case 'cost_told':
      return rules.agreeDays;
    case 'obtained':
      return rules.handOverDays;
    case 'delivered':
    case 'closed':
    case 'unfilled':
    case 'cancelled':
      return null;
  }
};

/** When its state should have ended; "" where it has no limit. */
export const limitAt = (
  { state, since }: Pick<DeliveryDocument, 'state' | 'since'>,
  rules: DeliveryRules,
): Instant | '' => {
  const days = limitOf(state, rules);
  return days === null ? '' : daysAfter(since, days);
};

export const isLate = (
  delivery: Pick<DeliveryDocument, 'state' | 'since'>,
  rules: DeliveryRules,
  now: Instant,
): boolean => {
  const limit = limitAt(delivery, rules);
  return limit !== '' && limit <= now;
};

/** What time does to it, if anything: an answer that did not come, a link that has run out. */
export const timeActOn = (
  delivery: DeliveryDocument,
  rules: DeliveryRules,
  now: Instant,
): 'lapse' | 'run_out' | null => {
  if (delivery.state === 'cost_told' && isLate(delivery, rules, now)) return 'lapse';
  const { file } = delivery;
  return delivery.state === 'delivered' && file !== null && linkRefusals(file, now).length > 0
    ? 'run_out'
    : null;
};

/** A link opens until its day, and so many times; then its owner is told to ask for another one. */
export const linkRefusals = (
  { until, opensLeft }: Pick<NonNullable<DeliveryDocument['file']>, 'until' | 'opensLeft'>,
  now: Instant,
): Refusal[] => {
  if (until <= now) return [{ code: 'link_expired', until }];
  return opensLeft <= 0 ? [{ code: 'link_used_up' }] : [];
};
