import fc from 'fast-check';
import { afterSettling, mostToPay, mostToRefund, openOf, settlement } from './money';

const charge = (_id: string, open: number) => ({ _id, open });
const three = [charge('a', 100), charge('b', 50), charge('c', 30)];
const facts = (changes: Partial<Parameters<typeof settlement>[0]> = {}) => ({
  charges: three,
  allOpen: three,
  owes: 180,
  credit: 0,
  ...changes,
});

describe('a payment', () => {
  it('settles one charge after the other, the last perhaps in part', () => {
    expect(settlement(facts(), 120).money).toEqual([
      { lineId: 'a', amount: 100 },
      { lineId: 'b', amount: 20 },
    ]);
    expect(settlement(facts(), 100).money).toEqual([{ lineId: 'a', amount: 100 }]);
    expect(settlement(facts({ charges: [three[1] ?? charge('b', 50)] }), 50).money).toEqual([
      { lineId: 'b', amount: 50 },
    ]);
  });
  it('is no more than is open, nor than is owed once the credit is taken off', () => {
    expect(mostToPay({ charges: three, owes: 180 })).toBe(180);
    expect(mostToPay({ charges: three.slice(0, 1), owes: 180 })).toBe(100);
    expect(mostToPay({ charges: three, owes: 130 })).toBe(130);
    expect(mostToPay({ charges: three, owes: -20 })).toBe(0);
  });
  it('leaves the credit alone until it covers what is owed; then the credit settles the rest', () => {
    const withCredit = facts({ owes: 130, credit: 50 });
    expect(settlement(withCredit, 129).fromCredit).toEqual([]);
    expect(settlement(withCredit, 130).fromCredit).toEqual([
      { lineId: 'b', amount: 20 },
      { lineId: 'c', amount: 30 },
    ]);
  });
  it('of nothing lets the credit pay alone, as far as it goes', () =>
    expect(settlement(facts({ owes: 130, credit: 50 }), 0)).toEqual({
      money: [],
      fromCredit: [{ lineId: 'a', amount: 50 }],
    }));
});

describe('a charge', () => {
  it('is settled to the last fen and no further', () => {
    expect(afterSettling(charge('a', 100), [{ amount: -40 }, { amount: -60 }])).toEqual(charge('a', 0));
    expect(() => afterSettling(charge('a', 100), [{ amount: -101 }])).toThrow('1 fen more');
  });
});

describe('giving money back', () => {
  it('is at most what was paid, less what was given back before', () => {
    expect(mostToRefund({ kind: 'payment', amount: -100 }, { credit: 0 })).toBe(100);
    expect(mostToRefund({ kind: 'payment', amount: -100, refunded: 70 }, { credit: 0 })).toBe(30);
    expect(mostToRefund({ kind: 'payment', amount: -100, refunded: 100 }, { credit: 0 })).toBe(0);
  });
  it('for a credit is at most what the reader has left of it', () => {
    expect(mostToRefund({ kind: 'credit', amount: -100 }, { credit: 60 })).toBe(60);
    expect(mostToRefund({ kind: 'credit', amount: -100 }, { credit: 300 })).toBe(100);
  });
});

describe('whatever is charged, credited and paid', () => {
  type Step = { kind: 'charge' | 'credit' | 'pay'; amount: number };
  const aStep: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('charge' as const, 'credit' as const, 'pay' as const),
    amount: fc.integer({ min: 0, max: 500 }),
  });
  it('what is open less the credit is what the lines sum to, and no charge is below nothing', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
        const lines: { kind: string; amount: number }[] = [];
        let charges: { _id: string; open: number }[] = [];
        const sumOf = (kind?: string) =>
          lines.filter((line) => !kind || line.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
        steps.forEach(({ kind, amount }, n) => {
          if (kind === 'charge') {
            charges = [...charges, charge(`c${n}`, amount)];
            lines.push({ kind, amount });
          } else if (kind === 'credit') lines.push({ kind, amount: -amount });
          else {
            const [owes, credit] = [sumOf(), -sumOf('credit')];
            const paid = Math.min(amount, mostToPay({ charges, owes }));
            const { money, fromCredit } = settlement({ charges, allOpen: charges, owes, credit }, paid);
            expect(money.reduce((sum, share) => sum + share.amount, 0)).toBe(paid);
            const shares = [...money, ...fromCredit];
            const spent = fromCredit.reduce((sum, share) => sum + share.amount, 0);
            lines.push(...shares.map((share) => ({ kind: 'payment', amount: -share.amount })));
            lines.push({ kind: 'credit', amount: spent });
            charges = charges.map((each) =>
              afterSettling(
                each,
                shares.filter((s) => s.lineId === each._id).map((s) => ({ amount: -s.amount })),
              ),
            );
          }
          expect(openOf(charges) + sumOf('credit')).toBe(sumOf());
          expect(charges.every((each) => each.open >= 0)).toBe(true);
          expect(-sumOf('credit')).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});
