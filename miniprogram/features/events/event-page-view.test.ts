import type { EventPage } from '../../../typings/contract';
import { eventPageView } from './event-page-view';

const now = Date.parse('2026-11-22T04:00:00.000Z');
const today = '2026-11-22';

function aPage(change: Partial<EventPage> = {}): EventPage {
  return {
    eventId: 'e1',
    title: '苏东坡的朋友圈',
    kind: 'talk',
    startsAt: '2026-11-26T11:00:00.000Z',
    endsAt: '2026-11-26T12:30:00.000Z',
    branchName: '总馆',
    place: '二楼 报告厅',
    quota: 120,
    registered: 3,
    free: 117,
    registration: 'open',
    speaker: '顾闻笛',
    about: ['一', '二'],
    audience: '',
    address: '',
    branchId: '',
    agenda: [],
    bring: '',
    moreDates: [],
    party: 1,
    guestNames: false,
    fields: [],
    door: 0,
    waiting: 'none',
    minAge: null,
    maxAge: null,
    because: [],
    series: [],
    photos: [],
    libraryName: '云溪市图书馆',
    opensAt: '2026-11-12T01:00:00.000Z',
    closesAt: '2026-11-26T11:00:00.000Z',
    ...change,
  };
}
const primary = (change: Partial<EventPage>, at = now) => eventPageView(aPage(change), today, at).primary;

test('there is one thing to do, or a word why there is none', () => {
  expect(primary({})).toMatchObject({ kind: 'register', text: '报名' });
  expect(primary({ registration: 'registered' })).toMatchObject({ kind: 'cancel', text: '取消报名' });
  expect(primary({ registration: 'full' })).toMatchObject({ kind: 'none', text: '名额已满' });
  expect(primary({ registration: 'cancelled' })).toMatchObject({ kind: 'none', text: '活动已取消' });
  expect(primary({ registration: 'not_yet', opensAt: '2026-11-24T01:00:00.000Z' })).toEqual({
    kind: 'none',
    text: '报名未开始',
    note: '11月24日 周二 09:00 开放报名',
    other: '',
  });
});

test('a place cannot be given back once the event has begun', () => {
  const started = Date.parse('2026-11-26T11:00:00.000Z');
  expect(primary({ registration: 'registered' }, started)).toMatchObject({ kind: 'none', text: '正在进行' });
});

test('after the event the recap is the thing to do, where there is one', () => {
  const over = Date.parse('2026-11-26T12:30:00.000Z');
  expect(primary({ registration: 'closed', lectureId: 'lec' }, over).kind).toBe('recap');
  expect(primary({ registration: 'closed' }, over)).toMatchObject({ kind: 'none', text: '活动已结束' });
});

test('facts that the library did not give leave no empty line', () => {
  expect(eventPageView(aPage(), today, now).facts.map(({ label }) => label)).toEqual([
    '时间',
    '地点',
    '主讲',
  ]);
});

test('the chance in the waiting list is said where it matters, and only where it is known', () => {
  const odds = { events: 4, waited: 40, served: 13 };
  const said = (change: Partial<EventPage>) => eventPageView(aPage(change), today, now).odds;
  expect(said({ registration: 'may_wait', odds })).toBe(
    '过去 4 场同类活动，排候补的 40 位读者里有 13 位等到了名额。',
  );
  expect(said({ registration: 'open', odds })).toBe('');
  expect(said({ registration: 'waiting' })).toBe('');
});

test('who came has a certificate with their name; who was only registered has none', () => {
  const own = { places: 1, guests: [] };
  const of = (change: Partial<EventPage>) => eventPageView(aPage(change), today, now).certificate;
  expect(of({ own: { ...own, status: 'attended', name: '林晓舟' } })).toMatchObject({
    name: '林晓舟',
    when: '2026 年 11 月 26 日 19:00–20:30',
  });
  expect(of({ own: { ...own, status: 'registered' } })).toBeNull();
});
