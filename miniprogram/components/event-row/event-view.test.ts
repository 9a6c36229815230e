import type { EventSummary } from '../../../typings/contract';
import { eventRow, placesOf } from './event-view';

const now = Date.parse('2026-11-22T04:00:00.000Z');
const today = '2026-11-22';

function anEvent(change: Partial<EventSummary> = {}): EventSummary {
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
    ...change,
  };
}

test('an event is placed in the library’s hours, whatever the phone says', () => {
  expect(eventRow(anEvent(), today, now)).toMatchObject({
    month: '11月',
    day: '26',
    weekday: '周四',
    when: '19:00–20:30',
    where: '总馆 · 二楼 报告厅',
    past: false,
  });
});

test('few places left are told apart from many', () => {
  expect(placesOf(anEvent(), now)).toMatchObject({ tone: 'good', text: '还有 117 个名额', percent: 3 });
  expect(placesOf(anEvent({ quota: 8, registered: 7, free: 1 }), now)).toMatchObject({
    tone: 'soon',
    text: '仅剩 1 个名额',
  });
  expect(placesOf(anEvent({ quota: 8, registered: 8, free: 0, registration: 'full' }), now).text).toBe(
    '名额已满',
  );
});

test('what is over is over, registered or not', () => {
  const over = { startsAt: '2026-11-20T11:00:00.000Z', endsAt: '2026-11-20T12:30:00.000Z' };
  expect(placesOf(anEvent({ ...over, registration: 'closed' }), now).text).toBe('已结束');
  expect(placesOf(anEvent({ ...over, registration: 'registered' }), now).text).toBe('已结束 · 您报过名');
  expect(eventRow(anEvent({ ...over, registration: 'registered' }), today, now).past).toBe(true);
});

test('registration that has closed before the beginning differs from an event that is under way', () => {
  expect(placesOf(anEvent({ registration: 'closed' }), now).text).toBe('报名已截止');
  const running = { startsAt: '2026-11-22T03:00:00.000Z', endsAt: '2026-11-22T06:00:00.000Z' };
  expect(placesOf(anEvent({ ...running, registration: 'closed' }), now).text).toBe('正在进行');
});

test('an event over several days says its last day', () => {
  expect(eventRow(anEvent({ endsAt: '2026-11-28T09:00:00.000Z' }), today, now).when).toBe(
    '19:00–11月28日 周六',
  );
});
