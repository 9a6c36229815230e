import { whenThereIsRoom } from './full-house';

const FULL = { errCode: -504001, errMsg: 'cloud.callFunction:fail EXCEED_CONCURRENT_REQUEST_LIMIT' };

test('a call that was not begun for want of room is made again by itself', async () => {
  const call = jest.fn().mockRejectedValueOnce(FULL).mockRejectedValueOnce(FULL).mockResolvedValue('in');
  await expect(whenThereIsRoom(call)).resolves.toBe('in');
  expect(call).toHaveBeenCalledTimes(3);
});

test('what was begun and went wrong is not', async () => {
  const call = jest.fn().mockRejectedValue({ errCode: -504002, errMsg: 'it threw' });
  await expect(whenThereIsRoom(call)).rejects.toMatchObject({ errCode: -504002 });
  expect(call).toHaveBeenCalledTimes(1);
});
