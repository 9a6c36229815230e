import { statusOf } from './review';

const written = { text: '好看', author: '欧＊＊' };
const shown = { ...written, status: 'shown' as const };
const first = { openContent: { reviews: true, lists: false } };
const atOnce = { openContent: { reviews: true, lists: false, reviewsAtOnce: true } };

test.each([
  ['passed words wait where staff read first', null, 'pass', first, 'waiting'],
  ['passed words are shown where the library wants that', null, 'pass', atOnce, 'shown'],
  ['doubtful words wait everywhere', null, 'unsure', atOnce, 'waiting'],
  ['unchecked words wait everywhere', null, 'unknown', atOnce, 'waiting'],
  ['no words are shown', null, 'nothing', first, 'shown'],
  ['the same words stay shown', shown, 'unknown', first, 'shown'],
  ['other words wait again', { ...shown, text: '不好看' }, 'pass', first, 'waiting'],
  ['another name waits again', { ...shown, author: '甲' }, 'pass', first, 'waiting'],
  ['words that were refused wait again', { ...shown, status: 'refused' as const }, 'pass', first, 'waiting'],
] as const)('%s', (_rule, before, verdict, settings, status) => {
  expect(statusOf(written, before, verdict, settings)).toBe(status);
});
