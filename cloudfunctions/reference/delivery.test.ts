import * as fc from 'fast-check';
import type { DeliveryAct, DeliveryState } from '../../typings/contract/deliveries';
import type { DeliveryDocument } from '../documents';
import { aDelivery } from '../../tests/builders/deliveries';
import {
  DELIVERY_LIFE,
  actsOf,
  afterDelivery,
  daysAfter,
  isEnded,
  isLate,
  linkRefusals,
  refusalsToDelivery,
  stateAfterDelivery,
  timeActOn,
} from './delivery';
import { deliveryRules } from './delivery-rules';

const NOW = '2026-11-22T02:00:00.000Z';
const rules = deliveryRules({ settings: {} as never });
const ACTS = [...new Set(DELIVERY_LIFE.map(({ act }) => act))] as DeliveryAct[];
const link = (until: string, opensLeft: number) => ({
  fileId: 'f',
  name: 'a.pdf',
  bytes: 1,
  until,
  opensLeft,
});

describe('a document that was asked for', () => {
  it('costs nothing: it is obtained as soon as it is found', () => {
    const found = aDelivery({ state: 'searching' });
    expect(refusalsToDelivery('obtain', found)).toEqual([]);
  });

  it('costs something: it is obtained only after its reader said yes', () => {
    const told = aDelivery({ state: 'cost_told', cost: 500 });
    expect(refusalsToDelivery('obtain', told)).toEqual([{ code: 'delivery_is', state: 'cost_told' }]);
    const back = aDelivery({ state: 'searching', cost: 500 });
    expect(refusalsToDelivery('obtain', back)).toEqual([{ code: 'delivery_is', state: 'searching' }]);
    expect(stateAfterDelivery('agree', 'cost_told')).toBe('agreed');
    expect(refusalsToDelivery('obtain', aDelivery({ state: 'agreed', cost: 500 }))).toEqual([]);
  });

  it('is cancelled by its reader until the library has begun to pay for it', () => {
    const may = (state: DeliveryState) => refusalsToDelivery('cancel', aDelivery({ state })).length === 0;
    expect((['asked', 'searching', 'cost_told'] as const).map(may)).toEqual([true, true, true]);
    expect((['agreed', 'obtained', 'delivered', 'closed', 'unfilled'] as const).map(may)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });

  it('is a file or a book: one is opened, the other lent and given back', () => {
    const of = (kind: DeliveryDocument['kind']) => actsOf(aDelivery({ kind, state: 'delivered' }), 'staff');
    expect([of('article'), of('book')]).toEqual([['renew_link'], ['give_back']]);
  });

  it.each([
    ['asked', 2],
    ['searching', 14],
    ['agreed', 14],
    ['cost_told', 7],
    ['obtained', 3],
  ] as const)('that is %s is late after %i days, and not a moment before', (state, days) => {
    const since = daysAfter(NOW, -days);
    const late = (from: string) => isLate(aDelivery({ state, since: from }), rules, NOW);
    expect([late(since), late(new Date(Date.parse(since) + 1).toISOString())]).toEqual([true, false]);
  });

  it('is cancelled by time alone where its reader said neither yes nor no', () => {
    const on = (state: DeliveryState) =>
      timeActOn(aDelivery({ state, since: daysAfter(NOW, -60) }), rules, NOW);
    expect((['asked', 'searching', 'cost_told', 'agreed', 'obtained'] as const).map(on)).toEqual([
      null,
      null,
      'lapse',
      null,
      null,
    ]);
  });

  it('has a link that opens until its moment, and so many times', () => {
    const after = new Date(Date.parse(NOW) + 1).toISOString();
    expect(linkRefusals(link(after, 1), NOW)).toEqual([]);
    expect(linkRefusals(link(NOW, 1), NOW)).toEqual([{ code: 'link_expired', until: NOW }]);
    expect(linkRefusals(link(after, 0), NOW)).toEqual([{ code: 'link_used_up' }]);
    const done = aDelivery({ state: 'delivered', file: link(after, 0) });
    expect(timeActOn(done, rules, NOW)).toBe('run_out');
  });
});

it('whatever is tried in whatever order: it goes its ways only, and what has ended stays as it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('article' as const, 'chapter' as const, 'book' as const),
      fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.integer({ min: 0, max: 2000 })), { maxLength: 40 }),
      (kind, tried) => {
        let it = aDelivery({ kind, state: 'asked' });
        let hasAgreed = false;
        let at = NOW;
        for (const [act, cost] of tried) {
          at = new Date(Date.parse(at) + 60_000).toISOString();
          if (refusalsToDelivery(act, it).length > 0) continue;
          expect(isEnded(it.state)).toBe(false);
          if (act === 'tell_cost') {
            it = { ...it, cost, agreed: null };
            hasAgreed = false;
          }
          if (act === 'agree') hasAgreed = true;
          if (act === 'obtain') expect(it.cost === 0 || hasAgreed).toBe(true);
          const before = it;
          it = afterDelivery(act, it, '', at);
          expect(it.state).toBe(stateAfterDelivery(act, before.state));
          expect(it.steps).toHaveLength(before.steps.length + 1);
          expect(it.since).toBe(it.state === before.state ? before.since : at);
          expect(it.endedAt !== '').toBe(isEnded(it.state));
        }
        // What has ended has nothing left to do; what goes on has.
        const left = [...actsOf(it, 'reader'), ...actsOf(it, 'staff')];
        expect(left.length === 0).toBe(isEnded(it.state));
      },
    ),
    { numRuns: 500 },
  );
});

it('every state but those that end is left by somebody of the staff, its reader or time', () => {
  const states = new Set<DeliveryState>(DELIVERY_LIFE.flatMap(({ from, to }) => [...from, to]));
  for (const state of states)
    expect(
      DELIVERY_LIFE.some(({ from, to }) => (from as readonly string[]).includes(state) && to !== state),
    ).toBe(!isEnded(state));
});
