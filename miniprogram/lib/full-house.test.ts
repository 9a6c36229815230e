import { whenThereIsRoom } from './full-house';

const FULL = { errCode: -504001, errMsg: 'cloud.callFunction:fail EXCEED_CONCURRENT_REQUEST_LIMIT' };

test('a call that was not begun for want of room is made again by itself', async () => {
  const call = jest
    .fn()
    .mockRejectedValueOnce(FULL)
    .mockRejectedValueOnce(FULL)
    .mockResolvedValue({ result: 'in' });
  await expect(whenThereIsRoom(call)).resolves.toEqual({ result: 'in' });
  expect(call).toHaveBeenCalledTimes(3);
});

test('what was begun and went wrong is not', async () => {
  const call = jest.fn().mockRejectedValue({ errCode: -504002, errMsg: 'it threw' });
  await expect(whenThereIsRoom(call)).rejects.toMatchObject({ errCode: -504002 });
  expect(call).toHaveBeenCalledTimes(1);
});

test('a call whose turn did not come is made again by itself, and who waits long is told', async () => {
  jest.useFakeTimers({ advanceTimers: 20 });
  const busy = { result: { ok: false, refusals: [{ code: 'busy' }] } };
  const call = jest.fn().mockResolvedValue(busy);
  const explain = jest.fn();
  const waiting = whenThereIsRoom(call, explain);
  await jest.advanceTimersByTimeAsync(1500);
  expect(explain).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(3000);
  expect(explain).toHaveBeenCalled();
  call.mockResolvedValue({ result: { ok: true } });
  await jest.advanceTimersByTimeAsync(2000);
  await expect(waiting).resolves.toEqual({ result: { ok: true } });
  jest.useRealTimers();
});

test('after a minute it says so', async () => {
  jest.useFakeTimers();
  const busy = { result: { ok: false, refusals: [{ code: 'busy' }] } };
  const waiting = whenThereIsRoom(async () => busy);
  await jest.advanceTimersByTimeAsync(65_000);
  await expect(waiting).resolves.toBe(busy);
  jest.useRealTimers();
});
