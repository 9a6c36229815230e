import type { EventDraft } from '../../typings/contract/event-desk';
import type { LibrarySettings } from '../documents';
import { changesToTell, meet, refusalsOfDraft } from './event-draft';

const library = (kinds: EventDraft['kind'][] | null = null) => ({
  settings: { events: { kinds } } as unknown as LibrarySettings,
});
const draft = (changes: Partial<EventDraft> = {}): EventDraft => ({
  title: '讲座',
  kind: 'talk',
  speaker: '',
  about: [],
  audience: '',
  branchId: 'main',
  place: '报告厅',
  startsAt: '2026-12-10T06:00:00.000Z',
  endsAt: '2026-12-10T08:00:00.000Z',
  opensAt: '2026-12-01T01:00:00.000Z',
  closesAt: '2026-12-10T06:00:00.000Z',
  quota: 10,
  door: 2,
  agenda: [],
  bring: '',
  moreDates: [],
  publishAt: null,
  way: 'first_come',
  minAge: null,
  maxAge: null,
  categories: [],
  party: 1,
  guestNames: false,
  fields: [],
  cancelHours: 0,
  waiting: 'none',
  offerHours: 12,
  lastHours: 2,
  alone: false,
  source: '',
  seedAt: null,
  ...changes,
});
const wrong = (changes: Partial<EventDraft>, registered = 0) =>
  refusalsOfDraft(draft(changes), { registered, kind: 'talk' }, library()).map((no) =>
    'field' in no ? no.field : no.code,
  );

describe('what the staff say of an event', () => {
  it('says what cannot be right, and where', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ endsAt: draft().startsAt })).toEqual(['endsAt']);
    expect(wrong({ opensAt: '2026-12-10T06:00:00.000Z' })).toEqual(['opensAt']);
    expect(wrong({ closesAt: '2026-12-10T08:00:00.001Z' })).toEqual(['closesAt']);
    expect(wrong({ minAge: 9, maxAge: 6 })).toEqual(['ages']);
    const earlier = { startsAt: '2026-12-09T06:00:00.000Z', endsAt: '2026-12-09T08:00:00.000Z' };
    expect(wrong({ moreDates: [earlier] })).toEqual(['moreDates']);
  });
  it('keeps the seat of everybody who registered', () => {
    expect(wrong({}, 8)).toEqual([]);
    expect(wrong({ quota: 9 }, 8)).toEqual(['quota_below_registered']);
  });
  it('lets the seed be known only after the list is closed', () => {
    const way = 'draw' as const;
    expect(wrong({ way, closesAt: '2026-12-05T04:00:00.000Z', seedAt: null })).toEqual(['seedAt']);
    expect(wrong({ way, closesAt: '2026-12-05T04:00:00.000Z', seedAt: '2026-12-05T04:00:00.000Z' })).toEqual([
      'seedAt',
    ]);
    expect(wrong({ way, closesAt: '2026-12-05T04:00:00.000Z', seedAt: '2026-12-06T14:00:00.000Z' })).toEqual(
      [],
    );
  });
  it('has only kinds that the library has', () =>
    expect(refusalsOfDraft(draft({ kind: 'quiz' }), null, library(['talk']))).toEqual([
      { code: 'event_kind_off', kind: 'quiz' },
    ]));
});

it('a room has one event at a time, on any of their dates; one may begin when the other ends', () => {
  const at = (from: number, to: number, moreDates: ReturnType<typeof hours>[] = []) => ({
    ...hours(from, to),
    moreDates,
  });
  const hours = (from: number, to: number) => ({
    startsAt: `2026-12-10T0${from}`,
    endsAt: `2026-12-10T0${to}`,
  });
  expect(meet(at(1, 3), at(2, 4))).toBe(true);
  expect(meet(at(1, 3), at(3, 4))).toBe(false);
  expect(meet(at(1, 2, [hours(5, 6)]), at(4, 7))).toBe(true);
});

it('who registered is told of another time or place, and of nothing else', () => {
  const one = draft();
  expect(changesToTell(one, { ...one }, '总馆')).toEqual([]);
  expect(changesToTell(one, { ...one, place: '三楼' }, '总馆')).toEqual(['地点改为 总馆 三楼']);
  expect(
    changesToTell(
      one,
      { ...one, startsAt: '2026-12-11T06:00:00.000Z', endsAt: '2026-12-11T08:00:00.000Z' },
      '总馆',
    ),
  ).toEqual(['时间改为 2026-12-11 14:00 到 16:00']);
});
