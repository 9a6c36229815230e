import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hoursOn } from '../cloudfunctions/circulation/calendar';
import { daysBetween } from '../cloudfunctions/kernel/local-date';
import { passwordMatches } from '../cloudfunctions/kernel/password';
import type { BulkTarget, Document } from '../bulk/target';
import { barcodesOf } from '../tools/demo/make-barcodes';
import barcodes from './barcodes.json';
import { calendarOf } from './calendars';
import identities from './identities.json';
import { linkableCards } from './people';
import { demoDocuments, seedDemo, type AllDocuments } from './seed';
import templates from './templates.json';

jest.setTimeout(60_000);

const now = new Date('2026-11-22T02:00:00.000Z');
const today = '2026-11-22';
const all = demoDocuments(now, 'cloud://clip') as Required<AllDocuments>;
const reader = (id: string) => all.readers.find(({ _id }) => _id === id)!;
const openLoansOf = (id: string) =>
  all.items.flatMap(({ titleId, loan }) => (loan?.readerId === id ? [{ ...loan, titleId }] : []));

test('three branches: one open every day, one closed on Mondays, one on public holidays', () => {
  const [main, children, linhe] = all.branches as [
    (typeof all.branches)[0],
    (typeof all.branches)[0],
    (typeof all.branches)[0],
  ];
  expect(hoursOn(main, all.calendars, '2026-10-01')).not.toBeNull();
  expect(hoursOn(children, all.calendars, '2026-11-23')).toBeNull();
  expect(hoursOn(linhe, all.calendars, '2026-10-01')).toBeNull();
  expect(hoursOn(linhe, all.calendars, '2026-11-23')).not.toBeNull();
});

test('林晓舟 has a loan due in two days, one renewed once and one that others wait for', () => {
  const loans = openLoansOf('r-lin');
  expect(loans.map(({ dueOn }) => daysBetween(today, dueOn))).toContain(2);
  expect(loans.map(({ renewals }) => renewals)).toContain(1);
  const wanted = all.holdQueues.find(({ holds }) => holds.filter(({ barcode }) => !barcode).length === 2)!;
  expect(loans.map(({ titleId }) => titleId)).toContain(wanted._id);
  const free = all.items.filter(
    (item) => item.titleId === wanted._id && item.status === 'available' && item.use === 'loan',
  );
  expect(free).toEqual([]);
});

test('one reader has reached the limit, one is overdue, one blocked, one card has expired', () => {
  expect(reader('r-xu').openLoans).toHaveLength(20);
  expect(openLoansOf('r-xu').every(({ dueOn }) => dueOn >= today)).toBe(true);
  expect(openLoansOf('r-zheng').filter(({ dueOn }) => dueOn < today)).toHaveLength(2);
  expect(reader('r-ma').block).not.toBeNull();
  expect(reader('r-he').expiresOn < today).toBe(true);
  expect(reader('r-yinuo').guardianReaderId).toBe('r-chen');
});

test('a hold is ready until an open day ahead, another is under way, copies are lost, in repair and withdrawn', () => {
  expect(
    all.holds.filter((hold) => hold.status === 'ready' && hold.pickUpBy! >= today).length,
  ).toBeGreaterThanOrEqual(2);
  expect(all.holds.filter((hold) => hold.status === 'waiting' && hold.barcode)).toHaveLength(1);
  const statuses = new Set(all.items.map(({ status }) => status));
  expect([...statuses].sort()).toEqual(
    ['available', 'in_repair', 'in_transit', 'lost', 'on_hold_shelf', 'on_loan', 'withdrawn'].sort(),
  );
});

test('events: one nearly full, one full, one not yet open, one cancelled, one past with its recap', () => {
  const at = now.toISOString();
  const coming = all.events.filter(({ startsAt }) => startsAt > at);
  expect(coming.filter(({ registered, quota }) => registered === quota)).toHaveLength(1);
  expect(coming.filter(({ registered, quota }) => registered === quota - 1)).toHaveLength(1);
  expect(coming.filter(({ opensAt }) => opensAt > at).length).toBeGreaterThanOrEqual(1);
  expect(coming.filter(({ cancelled }) => cancelled)).toHaveLength(1);
  expect(all.events.find(({ lectureId }) => lectureId)!.endsAt < at).toBe(true);
  expect(all.lectures[0]!.titleIds.every((id) => all.titles.some(({ _id }) => _id === id))).toBe(true);
});

test('lists and their readers agree, every title on them exists once, the library has its own and readers’ lists', () => {
  const known = new Set(all.titles.map(({ _id }) => _id));
  for (const { titles, count, covers } of all.bookLists) {
    const ids = titles.map(({ titleId }) => titleId);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(count);
    expect(covers).toEqual(ids.slice(0, 3));
  }
  for (const { _id, bookLists = 0 } of all.readers)
    expect(all.bookLists.filter(({ readerId }) => readerId === _id)).toHaveLength(bookLists);
  const states = all.bookLists.map(({ by, shown }) => `${by} ${shown}`);
  for (const state of [
    'library public',
    'library private',
    'reader waiting',
    'reader public',
    'reader private',
  ])
    expect(states).toContain(state);
});

test('databases and special collections: each has a guide, and outside the library an https address', () => {
  expect(new Set(all.resources.map(({ kind }) => kind))).toEqual(new Set(['database', 'collection']));
  for (const { guide, url, access } of all.resources) {
    expect(guide.length).toBeGreaterThan(2);
    if (access !== 'in_library') expect(url).toMatch(/^https:/);
  }
});

test('nothing was done in the future, whatever the hour the demo begins', () => {
  for (const hour of ['2026-11-21T16:05:00.000Z', '2026-11-22T02:00:00.000Z', '2026-11-22T15:59:00.000Z']) {
    const early = demoDocuments(new Date(hour)) as Required<AllDocuments>;
    const moments = [
      ...early.items.flatMap(({ loan, lastLoan }) => [loan?.checkedOutAt ?? '', lastLoan?.endedAt ?? '']),
      ...early.operations.map(({ at }) => at),
      ...early.accountLines.map(({ at }) => at),
      ...early.holds.map(({ placedAt }) => placedAt),
      ...early.items.map(({ changedAt }) => changedAt),
      ...early.titles.map(({ addedAt }) => addedAt),
      ...early.notices.map(({ at }) => at),
      ...early.registrations.map(({ at }) => at),
      ...early.bookLists.map(({ changedAt }) => changedAt),
    ];
    expect(moments.filter((moment) => moment > hour)).toEqual([]);
  }
});

test('cards to link carry the password that is told', () => {
  expect(linkableCards).toHaveLength(4);
  for (const { cardNumber, password } of linkableCards) {
    const card = all.cards.find(({ _id }) => _id === cardNumber)!;
    expect(passwordMatches(password, card.password)).toBe(true);
    expect(reader(card.readerId).openid).toBeNull();
  }
});

test('identities, barcodes and templates tell of what is there', () => {
  const known = new Set([...all.identities, ...all.staff].map(({ _id }) => _id));
  for (const { key, openid } of identities) {
    expect(openid).not.toMatch(/^\d+$/);
    if (key !== 'visitor') expect(known).toContain(openid);
  }
  expect(barcodes).toEqual(barcodesOf(all));
  for (const { fields, values } of templates)
    expect(Object.values(values).sort()).toEqual(Object.keys(fields).sort());
});

test('seeding writes every document once and uploads a replay that is small', async () => {
  const written = new Map<string, Map<string, Document>>();
  const target: BulkTarget = {
    get: async () => [],
    find: async () => [],
    count: async () => 0,
    upsert: async (collection, documents) => {
      expect(documents.length).toBeLessThanOrEqual(500);
      const kept = written.get(collection) ?? new Map<string, Document>();
      for (const document of documents) kept.set(String(document._id), document);
      written.set(collection, kept);
    },
  };
  const uploads: [string, number][] = [];
  await seedDemo(
    target,
    { upload: async (path, bytes) => (uploads.push([path, bytes.length]), 'cloud://clip') },
    now,
  );
  for (const [collection, documents] of Object.entries(all))
    expect(written.get(collection)!.size).toBe(documents.length);
  const [clip, ...ofArticles] = uploads;
  expect(clip).toEqual(['lectures/lec-trees.mp4', expect.any(Number)]);
  expect(ofArticles.every(([path, size]) => path.startsWith('articles/') && size < 130_000)).toBe(true);
  expect(uploads[0]![1]).toBeLessThanOrEqual(60_000);
  expect(written.get('lectures')!.get('lec-trees')!.replay).toEqual({
    source: 'file',
    fileId: 'cloud://clip',
  });
});

test('WeChat knows of every message that the library counts on', async () => {
  const granted: [string, string, number][] = [];
  const target: BulkTarget = {
    get: async () => [],
    find: async () => [],
    count: async () => 0,
    upsert: async () => undefined,
  };
  await seedDemo(target, { upload: async () => 'cloud://clip' }, now, (...grant) => granted.push(grant));
  expect(granted).toHaveLength(all.subscriptions.length);
  expect(granted).toContainEqual(['o-reader-lin', expect.stringContaining('due-soon'), 2]);
});

test('a year that was not announced has no calendar', () => {
  expect(calendarOf(2099)).toBeNull();
});

const holidays = join(__dirname, '../../shared/data/holidays_cn');
if (existsSync(holidays)) {
  test.each([2024, 2025, 2026])('the holidays of %i are the announced ones', (year) => {
    const { days } = JSON.parse(readFileSync(join(holidays, `${year}.json`), 'utf8')) as {
      days: { date: string; isOffDay: boolean }[];
    };
    const calendar = calendarOf(year)!;
    // A list of a year may hold days of its neighbours (New Year at the end of December).
    const dates = (off: boolean) =>
      days
        .filter(({ date, isOffDay }) => isOffDay === off && date.startsWith(String(year)))
        .map(({ date }) => date);
    expect(Object.keys(calendar.holidays)).toEqual(dates(true).sort());
    expect(Object.keys(calendar.workdays)).toEqual(dates(false).sort());
  });
}
