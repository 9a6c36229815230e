import type { LibrarySettings } from '../documents';
import { DEFAULT_TERMS } from './event-terms';
import { cancelUntil, notFor, refusalsOfForm, refusalsToCancel, refusalsToRegister } from './registering';

const event = {
  cancelled: false,
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-11-28T00:00:00.000Z',
  startsAt: '2026-11-28T02:00:00.000Z',
  state: 'published' as const,
  quota: 2,
  free: 1,
  terms: DEFAULT_TERMS,
  draw: null,
};
const library = {
  settings: { readerCategories: [{ id: 'child', name: '少儿' }] } as unknown as LibrarySettings,
};
const during = '2026-11-22T02:00:00.000Z';
const codes = (changes: Partial<typeof event>, isRegistered = false, now = during) =>
  refusalsToRegister(
    { ...event, ...changes },
    { reader: null, own: isRegistered ? { status: 'registered', offerEndsAt: null, changed: false } : null },
    { now, library },
  ).map(({ code }) => code);

describe('registering for an event', () => {
  it('is possible while it is open and a place is left', () => expect(codes({})).toEqual([]));
  it('opens at its moment, and has ended at the moment of its end', () => {
    expect(codes({}, false, '2026-10-31T23:59:59.999Z')).toEqual(['registration_not_open']);
    expect(codes({}, false, event.opensAt)).toEqual([]);
    expect(codes({}, false, event.closesAt)).toEqual(['registration_closed']);
  });
  it('ends with the last place', () => expect(codes({ free: 0 })).toEqual(['event_full']));
  it('tells somebody who has a place of it, whatever else holds', () =>
    expect(codes({ free: 0 }, true, event.closesAt)).toEqual(['already_registered']));
  it('is over when the event is cancelled', () =>
    expect(codes({ cancelled: true }, true)).toEqual(['event_cancelled']));
});

describe('who may come', () => {
  const terms = { ...DEFAULT_TERMS, minAge: 6, maxAge: 9, categories: ['child'] };
  const child = { birthDate: '2017-11-29', category: 'child' };
  const startsAt = '2026-11-28T02:00:00.000Z';
  const no = (reader: typeof child, at = startsAt) =>
    notFor({ terms, startsAt: at }, reader, { now: during, library }).map(({ code }) => code);
  it('is asked of the day of the event, not of today', () => {
    expect(no({ ...child, birthDate: '2016-11-29' })).toEqual([]);
    expect(no({ ...child, birthDate: '2016-11-28' })).toEqual(['age_not_fitting']);
    expect(no({ ...child, birthDate: '2020-11-29' })).toEqual(['age_not_fitting']);
  });
  it('is asked of the category, with its name', () =>
    expect(notFor({ terms, startsAt }, { ...child, category: 'adult' }, { now: during, library })).toEqual([
      { code: 'category_not_fitting', categories: ['少儿'] },
    ]));
});

describe('what is said on the form', () => {
  const terms = {
    ...DEFAULT_TERMS,
    party: 3,
    guestNames: true,
    fields: [{ id: 'level', label: '基础', required: true, choices: ['有', '没有'] }],
  };
  const wrong = (places: number, guests: string[], level: string) =>
    refusalsOfForm({ terms }, { places, guests, answers: { level } }).map(({ code }) => code);
  it('names the guests, keeps to the party, and answers by the choices', () => {
    expect(wrong(1, [], '有')).toEqual([]);
    expect(wrong(4, ['一', '二', '三'], '有')).toEqual(['party_too_large']);
    expect(wrong(3, ['一'], '有')).toEqual(['guests_missing']);
    expect(wrong(1, [], '')).toEqual(['form_field_missing']);
    expect(wrong(1, [], '别的')).toEqual(['form_field_missing']);
  });
});

describe('giving a place back', () => {
  const terms = { ...DEFAULT_TERMS, cancelHours: 24 };
  const startsAt = '2026-11-28T02:00:00.000Z';
  const own = { status: 'registered' as const, offerEndsAt: null, changed: false };
  const kept = (given: Parameters<typeof refusalsToCancel>[1], now: string) =>
    refusalsToCancel({ terms, startsAt }, given, now).map(({ code }) => code);
  it('is possible up to its time, and told when it is not', () => {
    expect(kept(own, '2026-11-27T01:59:00.000Z')).toEqual([]);
    expect(kept(own, '2026-11-27T02:00:00.000Z')).toEqual(['too_late_to_cancel']);
    expect(kept(own, startsAt)).toEqual(['registration_closed']);
    expect(kept(null, startsAt)).toEqual(['not_registered']);
  });
  it('is possible until it begins for whom the event was changed, and for who only waits', () => {
    expect(cancelUntil({ terms, startsAt }, { ...own, changed: true })).toBe(startsAt);
    expect(kept({ ...own, status: 'waiting' }, '2026-11-27T12:00:00.000Z')).toEqual([]);
  });
});
