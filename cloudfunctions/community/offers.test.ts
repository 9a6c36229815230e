import { instantOf } from '../kernel/local-date';
import { DEFAULT_TERMS } from './event-terms';
import { awakeFrom, lastCall, offerEnd } from './offers';

const quiet = { from: '22:00', to: '08:00' };
const at = instantOf;
const event = (startsAt: string, terms: Partial<typeof DEFAULT_TERMS> = {}, closesAt = startsAt) => ({
  startsAt,
  closesAt,
  terms: { ...DEFAULT_TERMS, ...terms },
});

describe('the time to answer an offer', () => {
  it('counts only outside quiet hours: four hours of 23:00 end at noon', () =>
    expect(
      offerEnd(event(at('2026-12-20', '14:00'), { offerHours: 4 }), at('2026-12-05', '23:00'), quiet),
    ).toBe(at('2026-12-06', '12:00')));
  it('goes on the next morning where the evening was too short', () =>
    expect(
      offerEnd(event(at('2026-12-20', '14:00'), { offerHours: 12 }), at('2026-12-05', '20:00'), quiet),
    ).toBe(at('2026-12-06', '18:00')));
  it('is shorter as the event nears, and never beyond the last call', () => {
    const near = offerEnd(
      event(at('2026-12-05', '15:00'), { offerHours: 12 }),
      at('2026-12-05', '10:00'),
      quiet,
    );
    expect(near).toBe(at('2026-12-05', '10:45'));
    expect(offerEnd(event(at('2026-12-05', '14:00')), at('2026-12-05', '11:25'), quiet)).toBe(
      at('2026-12-05', '11:55'),
    );
  });
  it('is none where nobody would have half an hour', () => {
    expect(offerEnd(event(at('2026-12-05', '14:00')), at('2026-12-05', '11:31'), quiet)).toBeNull();
    // The night lies between: whoever is asked at 23:00 would wake up after the last call.
    expect(offerEnd(event(at('2026-12-06', '09:30')), at('2026-12-05', '23:00'), quiet)).toBeNull();
  });
  it('never ends after registration does', () => {
    const closes = at('2026-12-05', '12:00');
    expect(lastCall(event(at('2026-12-06', '14:00'), {}, closes))).toBe(closes);
    expect(
      offerEnd(event(at('2026-12-06', '14:00'), {}, closes), at('2026-12-05', '11:40'), quiet),
    ).toBeNull();
  });
  it('goes on after registration where places are drawn: nobody registers any more', () =>
    expect(lastCall(event(at('2026-12-06', '14:00'), { way: 'draw' }, at('2026-12-01', '12:00')))).toBe(
      at('2026-12-06', '12:00'),
    ));
});

it('nobody is disturbed at night, over midnight too, and a library may have no quiet hours', () => {
  expect(awakeFrom(at('2026-12-05', '21:59'), quiet)).toBe(at('2026-12-05', '21:59'));
  expect(awakeFrom(at('2026-12-05', '22:00'), quiet)).toBe(at('2026-12-06', '08:00'));
  expect(awakeFrom(at('2026-12-06', '00:00'), quiet)).toBe(at('2026-12-06', '08:00'));
  expect(awakeFrom(at('2026-12-06', '08:00'), quiet)).toBe(at('2026-12-06', '08:00'));
  expect(awakeFrom(at('2026-12-06', '03:00'), { from: '00:00', to: '00:00' })).toBe(
    at('2026-12-06', '03:00'),
  );
});
