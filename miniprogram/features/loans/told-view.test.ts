import { toldOfAll, toldOfOne } from './told-view';

jest.mock('../../lib/session', () => ({ libraryToday: () => '2026-11-22' }));
const today = '2026-11-22';

test('only what may still go through is offered again, for the same books', () => {
  expect(toldOfOne({ kind: 'offline' }, 'l1', today)).toMatchObject({
    heading: '还没有收到回复',
    retry: 'l1',
  });
  expect(toldOfAll({ kind: 'failed', requestId: 'r' }, today)).toMatchObject({ retry: 'several' });
  expect(toldOfOne({ kind: 'refused', refusals: [{ code: 'no_card' }] }, 'l1', today)).toMatchObject({
    heading: '未能续借',
    lines: [{ code: 'no_card' }],
    retry: '',
  });
});

test('what was renewed together is one line, with nothing to try again', () => {
  const told = toldOfAll({ kind: 'value', value: { renewed: [], refused: [] } }, today);
  expect(told).toMatchObject({ heading: '续借结果', line: '没有可以续借的书。', refused: [], retry: '' });
});
