import { keyLines, rulesView, safetyView } from './library-view';

const today = '2026-11-22';
const rules = { deskAccepts: 'code' as const, asksAgain: { on: true, minutes: 5 }, keyDays: 30 };

test('one of the three ways to show a card is chosen', () => {
  expect(rulesView(rules).accepts.map(({ on }) => on)).toEqual([true, false, false]);
  expect(rulesView({ ...rules, deskAccepts: 'number' }).accepts.map(({ on }) => on)).toEqual([
    false,
    false,
    true,
  ]);
  expect(rulesView(rules)).toMatchObject({ asks: true, minutesText: '5 分钟', daysText: '30 天' });
});

test('a key is known by its time, and the first one has always been there', () => {
  const keys = keyLines(
    [
      { keyId: 'b', from: '2026-11-22T02:00:00.000Z', state: 'current' },
      { keyId: 'first', from: '', state: 'former' },
    ],
    today,
  );
  expect(keys.map(({ since }) => since)).toEqual([expect.stringMatching(/ 起$/), '开馆以来']);
  expect(keys[1]?.text).toContain('仍有效');
});

test('what is sent back holds the rules alone', () => {
  const shown = safetyView({ ...rules, keys: [{ keyId: 'first', from: '', state: 'current' }] }, today);
  expect(shown.rules).toEqual(rules);
});
