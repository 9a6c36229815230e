import type { ChallengePage } from '../../../typings/contract';
import { challengeView, sharedRows } from './challenge-view';

const page = (changes: Partial<ChallengePage> = {}): ChallengePage => ({
  ...{ eventId: 'e', title: '二十一天', about: [], makeUps: 2, steps: [3, 7], teamSize: 5, state: 'open' },
  ...{ because: [], today: '2026-11-26', count: 3, streak: 2, longest: 2, daysLeft: 4, makeUpsLeft: 1 },
  startsAt: '2026-11-22T16:00:00.000Z',
  endsAt: '2026-11-29T16:00:00.000Z',
  days: [
    { on: '2026-11-23', state: 'done' },
    { on: '2026-11-24', state: 'missed' },
    { on: '2026-11-25', state: 'made_up' },
    { on: '2026-11-26', state: 'today' },
    { on: '2026-11-27', state: 'to_come' },
  ],
  ...{ medals: [3], notes: [], books: [], mayShare: true },
  ...changes,
});
const view = (changes: Partial<ChallengePage> = {}) => challengeView(page(changes), '2026-11-26');

test('the calendar begins on Monday; a missed day can be tapped while one may be made up', () => {
  expect(view().cells.map(({ day, open }) => `${day}${open ? '!' : ''}`)).toEqual([
    '23',
    '24!',
    '25',
    '26',
    '27',
  ]);
  expect(view({ makeUpsLeft: 0 }).cells.some(({ open }) => open)).toBe(false);
  expect(view({ state: 'over' }).cells.some(({ open }) => open)).toBe(false);
  const wednesday = view({ days: [{ on: '2026-11-25', state: 'done' }] });
  expect(wednesday.cells.map(({ state }) => state)).toEqual(['gap', 'gap', 'done']);
});

test('one thing to do: check in, then say something, afterwards what it came to', () => {
  expect(view().primary.kind).toBe('check_in');
  const done = view({ days: [{ on: '2026-11-26', state: 'done' }] });
  expect(done.primary).toMatchObject({ kind: 'say', note: '今天已经打卡' });
  expect(view({ state: 'over' }).primary.note).toBe('您一共打卡 3 天');
  expect(view({ state: 'register' }).primary.kind).toBe('register');
});

test('medals say how far; a team says what all did, or why not yet', () => {
  expect(view().medals.map(({ says }) => says)).toEqual(['3 天勋章，已得到', '7 天勋章，还差 4 天']);
  const team = { code: 'ABC234', name: '晨读队', members: 2, size: 5 };
  expect(view({ team }).team?.days).toBe('满 3 人后显示全队天数');
  expect(view({ team: { ...team, days: 12 } }).team?.days).toBe('全队 12 天');
});

test('one’s own words say who reads them', () => {
  const note = {
    on: '2026-11-25',
    text: '下雨天读完了',
    book: '城南旧事',
    status: 'refused' as const,
    why: '有广告',
  };
  expect(view({ notes: [note] }).words[0]).toMatchObject({
    book: '《城南旧事》',
    status: '没有通过审核：有广告',
  });
  const shared = {
    noteId: 'n',
    author: '林＊＊',
    on: '2026-11-25',
    text: '好',
    book: '',
    titleId: '',
    mine: true,
  };
  expect(sharedRows([shared], '2026-11-26')[0]).toMatchObject({ author: '我', book: '' });
});
