import type { DonationAct } from '../../typings/contract/donations';
import type { DonationState } from '../../typings/contract/work-states';
import type { Instant } from '../../typings/contract/shapes';
import type { DonationDocument } from '../documents';
import { addMinutes } from '../kernel/local-date';

interface Way {
  readonly act: DonationAct;
  readonly by: 'reader' | 'staff' | 'time';
  readonly from: readonly DonationState[];
  readonly to: DonationState;
}

/** Everything that can happen to a donation; what does not stand here is impossible. */
export const DONATION_LIFE = [
  { act: 'answer', by: 'staff', from: ['offered', 'wanted'], to: 'wanted' },
  // Of none of its books is there a yes.
  { act: 'answer', by: 'staff', from: ['offered', 'wanted'], to: 'declined' },
  { act: 'withdraw', by: 'reader', from: ['offered', 'wanted'], to: 'withdrawn' },
  { act: 'lapse', by: 'time', from: ['wanted'], to: 'lapsed' },
  // Brought after all.
  { act: 'receive', by: 'staff', from: ['wanted', 'lapsed'], to: 'received' },
  { act: 'settle', by: 'staff', from: ['received'], to: 'settled' },
] as const satisfies readonly Way[];

const LIFE: readonly Way[] = DONATION_LIFE;

export const donationActs = ({ state }: Pick<DonationDocument, 'state'>, by: Way['by']): DonationAct[] => [
  ...new Set(LIFE.filter((way) => way.by === by && way.from.includes(state)).map(({ act }) => act)),
];

const ENDED: readonly DonationState[] = ['declined', 'settled', 'withdrawn', 'lapsed'];
export const isDonationOver = (state: DonationState): boolean => ENDED.includes(state);

/** @throws when its life knows no such way: then the code is wrong, not who asked. */
export const afterDonation = (
  act: DonationAct,
  to: DonationState,
  donation: DonationDocument,
  now: Instant,
): DonationDocument => {
  if (!LIFE.some((way) => way.act === act && way.to === to && way.from.includes(donation.state)))
    throw new Error(`a donation that is ${donation.state} cannot ${act} to ${to}`);
  return { ...donation, state: to, since: now, endedAt: isDonationOver(to) ? now : '' };
};

/** Days in which what is wanted is brought. */
const BRING_DAYS = 60;
const DAY_MINUTES = 24 * 60;

/** By when it is to be brought; "" where nothing is awaited. */
export const bringBy = ({ state, since }: Pick<DonationDocument, 'state' | 'since'>): Instant | '' =>
  state === 'wanted' ? addMinutes(since, BRING_DAYS * DAY_MINUTES) : '';

/** What was wanted before this is not awaited any more. */
export const awaitedSince = (now: Instant): Instant => addMinutes(now, -BRING_DAYS * DAY_MINUTES);

/** Every book that came has become something. */
export const isSettled = ({ books }: Pick<DonationDocument, 'books'>): boolean =>
  books.every(({ wanted, count, fate }) => wanted !== true || count === 0 || fate !== '');

/** Donations of a reader that go on at a time. */
export const MOST_OFFERED = 5;

/** Of a certificate: the year, and six characters that nobody counts on. */
export const certificateNumber = (receivedAt: Instant, id: string): string =>
  `${receivedAt.slice(0, 4)}-${id.replace(/-/g, '').slice(0, 6).toUpperCase()}`;
