import type { Hold } from '../../../typings/contract';
import { holdRow, holdsView } from './holds-view';

const today = '2026-11-22';

function aHold(change: Partial<Hold> = {}): Hold {
  return {
    holdId: 'h1',
    status: 'waiting',
    pickUpBranchId: 'b1',
    pickUpBranchName: '中心馆',
    position: 2,
    sharedWith: [],
    onItsWay: false,
    title: {
      titleId: 't1',
      title: '活着',
      authors: '余华',
      publisher: '作家出版社',
      year: 2012,
      clc: 'I247.57',
    },
    placedAt: '2026-11-20T17:00:00.000Z',
    ...change,
  };
}

test('a waiting hold tells its place, on the way it tells that', () => {
  expect(holdRow(aHold(), today)).toMatchObject({ tag: '第 2 位', when: '11月21日 周六预约' });
  expect(holdRow(aHold({ onItsWay: true, position: 1 }), today).tag).toBe('书在路上');
});

test('a hold that no copy can serve says so and keeps its place', () => {
  const row = holdRow(aHold({ hopelessSince: '2026-11-20' }), today);
  expect(row).toMatchObject({ tag: '第 2 位', notes: ['目前没有能为您留的复本，有了会接着排'] });
});

test('the last day on the shelf is urgent', () => {
  const ready = (pickUpBy: string) => holdRow(aHold({ status: 'ready', position: 0, pickUpBy }), today);
  expect(ready('2026-11-22')).toMatchObject({ urgent: true, when: '保留到 11月22日 周日，今天最后一天' });
  expect(ready('2026-11-25')).toMatchObject({ urgent: false, when: '保留到 11月25日 周三' });
});

test('what can be fetched comes first, then by place in the queue', () => {
  const view = holdsView(
    {
      list: [
        aHold({ holdId: 'far', position: 12 }),
        aHold({ holdId: 'near', position: 3 }),
        aHold({ holdId: 'ready', status: 'ready', pickUpBy: '2026-11-24' }),
      ],
      limit: 10,
    },
    today,
  );
  expect(view.list.map(({ holdId }) => holdId)).toEqual(['ready', 'near', 'far']);
  expect(view).toMatchObject({ count: '预约 3/10 本', readyCount: 1 });
});

test('a delayed hold keeps its place and says from when; nothing is estimated until then', () => {
  const waiting = { from: 9, to: 21, sample: 14 };
  const row = holdRow(aHold({ startsOn: '2026-12-01', waiting }), today);
  expect(row).toMatchObject({ tag: '已推迟，排第 2 位', waiting: '', changeable: true });
  expect(row.notes).toEqual(['12月1日 周二起要，到那天才会留书']);
  expect(holdRow(aHold({ waiting }), today).waiting).toBe('约 9–21 天，按本馆近 14 次预约估算');
});

test('a shared hold says whose it is, and is changed by its own reader only', () => {
  expect(holdRow(aHold({ sharedWith: ['苏小满'] }), today).notes).toEqual(['苏小满也可以取']);
  expect(holdRow(aHold({ sharedBy: '苏婉', sharedWith: ['我'] }), today)).toMatchObject({
    notes: ['苏婉预约的，您也可以取'],
    shared: true,
    changeable: false,
  });
});

test('a hold that others share does not count in the limit of the reader', () => {
  const list = [aHold(), aHold({ holdId: 'h2', sharedBy: '苏婉' })];
  expect(holdsView({ list, limit: 10 }, today).count).toBe('预约 1/10 本，另有家人共享 1 本');
  expect(holdsView({ list: [aHold()], limit: null }, today).count).toBe('预约 1 本');
});
