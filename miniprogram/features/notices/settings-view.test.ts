import type { NoticeSettings } from '../../../typings/contract';
import { settingsView } from './settings-view';

const usual = { quiet: { from: '22:00', to: '08:00' }, digestAt: '18:30' };
const settings = (changes: Partial<NoticeSettings> = {}): NoticeSettings => ({
  ...usual,
  usual,
  topics: [
    { topic: 'due_soon', on: true, balance: 2 },
    { topic: 'overdue', on: true, balance: 0 },
    { topic: 'hold_ready', on: false, balance: 1 },
    { topic: 'account', on: true, balance: null },
    { topic: 'recap', on: false, balance: 0 },
  ],
  ...changes,
});
const rowOf = (topic: string) =>
  settingsView(settings())
    .groups.flatMap(({ rows }) => rows)
    .find((row) => row.topic === topic);

test('what WeChat still lets the library send is told as a number, and as none', () => {
  expect(rowOf('due_soon')).toMatchObject({ left: '微信还能提醒您 2 次', askable: true });
  expect(rowOf('overdue')?.left).toContain('已用完');
  expect(rowOf('account')).toMatchObject({ left: '', askable: false });
});

test('a topic that is off says what that means, and of due dates and holds that they go on', () => {
  expect(rowOf('hold_ready')?.off).toContain('过期就让给下一位');
  expect(rowOf('recap')?.off).toContain('消息里照常能看到');
  expect(rowOf('due_soon')?.off).toBe('');
});

test('what can wait stands by itself, and whoever chose no hours sees those of the library', () => {
  const view = settingsView(settings({ quiet: null, digestAt: null }));
  expect(view.groups[1]?.rows.map(({ topic }) => topic)).toEqual(['recap']);
  expect(view).toMatchObject({ quiet: false, from: '22:00', to: '08:00', digest: false, digestAt: '18:30' });
});
