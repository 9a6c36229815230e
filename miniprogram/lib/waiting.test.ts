import { waitingText } from './waiting';

test('a waiting time is a range with the number of holds it was computed from', () => {
  expect(waitingText({ from: 9, to: 21, sample: 14 })).toBe('约 9–21 天，按本馆近 14 次预约估算');
  expect(waitingText({ from: 3, to: 3, sample: 40 })).toBe('约 3 天，按本馆近 40 次预约估算');
  expect(waitingText({ from: 0, to: 0, sample: 5 })).toBe('当天就可能到，按本馆近 5 次预约估算');
});
