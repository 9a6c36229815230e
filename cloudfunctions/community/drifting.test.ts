import * as fc from 'fast-check';
import type { DriftAct } from '../../typings/contract/drifting';
import type { DriftState } from '../../typings/contract/work-states';
import {
  DRIFT_LIFE,
  MOST_HELD,
  cleanDriftCode,
  driftActs,
  driftCode,
  refusalsToSetFree,
  refusalsToTake,
  stateAfterDrift,
} from './drifting';

const book = (state: DriftState, holderId = '', version = 1) => ({ state, holderId, version });
const taking = (of: ReturnType<typeof book>, seen = 1, held = 0) =>
  refusalsToTake({ book: of, readerId: 'me', seen, held }).map(({ code }) => code);

describe('a wandering book', () => {
  it('is taken from where it lies, out of a hand, and by whoever finds it', () => {
    expect([book('out'), book('held', 'other'), book('lost')].map((each) => taking(each))).toEqual([
      [],
      [],
      [],
    ]);
    expect([taking(book('home')), taking(book('ended'))]).toEqual([['drift_is'], ['drift_is']]);
  });

  it('is taken as it was seen, by who has not got it and has not too many', () => {
    expect(taking(book('held', 'me'))).toEqual(['drift_with_you']);
    expect(taking(book('held', 'other', 2))).toEqual(['drift_moved_on']);
    expect(taking(book('out'), 1, MOST_HELD)).toEqual(['drift_limit_reached']);
  });

  it('is let go by the one who has it alone', () => {
    expect(driftActs(book('held'), 'holder')).toEqual(['leave', 'lose']);
    expect(driftActs(book('out'), 'holder')).toEqual([]);
    expect(driftActs(book('held'), 'staff')).toEqual(['lose', 'come_home']);
  });

  it('whatever is tried in whatever order: it is with somebody or not, and the end is the end', () => {
    const ways = DRIFT_LIFE.map(({ act, by }) => [act, by] as [DriftAct, 'staff' | 'reader' | 'holder']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ways), { maxLength: 40 }), (tried) => {
        let state: DriftState = 'home';
        for (const [act, by] of tried) {
          const next = stateAfterDrift(act, by, state);
          if (state === 'ended') expect(next).toBeUndefined();
          if (next === 'held') expect(act).toBe('take');
          state = next ?? state;
        }
        const left = (['staff', 'reader', 'holder'] as const).flatMap((by) => driftActs({ state }, by));
        expect(left.length === 0).toBe(state === 'ended');
      }),
    );
  });
});

describe('a code', () => {
  it('has eight characters that are not taken for others, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        expect(driftCode(bytes)).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
      }),
    );
  });

  it('is read as it is typed or scanned', () => {
    expect(['abcd-2345', ' SXD:ABCD2345', 'ＡＢＣＤ 2345'].map(cleanDriftCode)).toEqual(
      Array.from({ length: 3 }, () => 'ABCD2345'),
    );
  });
});

it('a copy is set free when nobody has it or waits for it', () => {
  const free = { status: 'available' as const, loan: null, hold: null };
  expect(refusalsToSetFree(free)).toEqual([]);
  expect(refusalsToSetFree({ ...free, status: 'on_hold_shelf' })).toEqual([
    { code: 'drift_copy_in_use', status: 'on_hold_shelf' },
  ]);
});
