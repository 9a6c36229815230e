import { afterCall, limitOf, type CallsLeft } from './call-limits';

const LIMIT = { atOnce: 3, aMinute: 6 };
const START = 1_000_000;

/** How long each of so many calls at one moment has to wait. */
const waits = (count: number, before?: CallsLeft, nowMs = START) => {
  let left = before;
  const told = Array.from({ length: count }, () => {
    const after = afterCall(left, LIMIT, nowMs);
    left = after;
    return after.waitSeconds;
  });
  return { told, left };
};

it('lets so many in at once, and tells the next one how long to wait', () => {
  expect(waits(4).told).toEqual([0, 0, 0, 10]);
});

it('lets one in again when the wait is over, and not a second earlier', () => {
  const { left } = waits(3);
  expect(waits(1, left, START + 9_000).told).toEqual([1]);
  expect(waits(2, left, START + 10_000).told).toEqual([0, 10]);
});

it('a call that was refused does not make the wait longer', () => {
  const { told } = waits(20);
  expect(told.slice(3)).toEqual(Array(17).fill(10));
});

it('never saves up more than the limit', () => {
  const { left } = waits(3);
  expect(waits(4, left, START + 3_600_000).told).toEqual([0, 0, 0, 10]);
});

it('begins anew when the clock went back', () => {
  const { left } = waits(3);
  expect(waits(3, left, START - 60_000).told).toEqual([0, 0, 0]);
});

it('lets a desk scan 60 books a minute for a day, and send 300 lines at once', () => {
  const limit = limitOf({ action: 'desk.checkOut', role: 'circulation' });
  let left: CallsLeft | undefined;
  for (let second = 0; second < 8 * 3600; second++) {
    const after = afterCall(left, limit, START + second * 1000);
    expect(after.waitSeconds).toBe(0);
    left = after;
  }
  const replay = limitOf({ action: 'desk.replay', role: 'circulation' });
  left = undefined;
  for (let line = 0; line < 300; line++) {
    const after = afterCall(left, replay, START);
    expect(after.waitSeconds).toBe(0);
    left = after;
  }
});

it('what tells something about a named card is called far less often than the rest', () => {
  const [link, list] = (['account.link', 'loans.list'] as const).map((action) => limitOf({ action }));
  expect(link?.aMinute).toBeLessThan((list?.aMinute ?? 0) / 10);
});
