import * as fc from 'fast-check';
import type { DonationAct } from '../../typings/contract/donations';
import type { DonationState } from '../../typings/contract/work-states';
import type { DonationDocument } from '../documents';
import {
  DONATION_LIFE,
  afterDonation,
  awaitedSince,
  bringBy,
  certificateNumber,
  donationActs,
  isDonationOver,
  isSettled,
} from './donating';

const NOW = '2026-11-22T02:00:00.000Z';
const book = (changes: object = {}) => ({
  ...{ isbn: '', title: '城南旧事', author: '', count: 1, condition: 'good' as const },
  ...{ wanted: true, fate: '' as const },
  ...changes,
});
const donation = (state: DonationState, books = [book()]): DonationDocument => ({
  ...{ _id: 'd-1234567', readerId: 'r', state, books, words: '', way: 'bring', answer: '', thanks: '' },
  ...{ number: '', naming: 'nobody', penName: '', by: '', offeredAt: NOW, since: NOW, receivedAt: '' },
  endedAt: '',
});

it('a donation is awaited so long as it is wanted, and to the day', () => {
  expect(bringBy(donation('wanted'))).toBe('2027-01-21T02:00:00.000Z');
  expect(bringBy(donation('offered'))).toBe('');
  expect(awaitedSince('2027-01-21T02:00:00.000Z')).toBe(NOW);
});

it('is settled when every book that came has become something', () => {
  expect(isSettled(donation('received'))).toBe(false);
  expect(isSettled(donation('received', [book({ fate: 'drift' }), book({ wanted: false })]))).toBe(true);
  expect(isSettled(donation('received', [book({ count: 0 })]))).toBe(true);
});

it('has a number by its year that says nothing of whose it is', () => {
  expect(certificateNumber(NOW, 'd-12a4567')).toBe('2026-D12A45');
});

it('whatever is tried in whatever order: it goes its ways only, and ends once', () => {
  const ways = DONATION_LIFE.map(({ act, to }) => [act, to] as [DonationAct, DonationState]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ways), { maxLength: 20 }), (tried) => {
      let it = donation('offered');
      for (const [act, to] of tried) {
        const sides = (['reader', 'staff', 'time'] as const).flatMap((by) => donationActs(it, by));
        const isPossible = DONATION_LIFE.some(
          (way) => way.act === act && way.to === to && (way.from as readonly string[]).includes(it.state),
        );
        if (!isPossible) {
          expect(() => afterDonation(act, to, it, NOW)).toThrow('cannot');
          continue;
        }
        expect(sides).toContain(act);
        it = afterDonation(act, to, it, NOW);
        expect(it.endedAt !== '').toBe(isDonationOver(it.state));
      }
    }),
  );
});
