import { hear } from './bell';

/** A watch of WeChat, as far as a bell uses it: what it pushes is told by the test. */
const watching = () => {
  let pushed: ((snapshot: { type?: string }) => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  const close = jest.fn(async () => undefined);
  const watch = ({ onChange, onError }: { onChange: typeof pushed; onError: typeof failed }) => {
    pushed = onChange;
    failed = onError;
    return { close };
  };
  const where = jest.fn(() => ({ watch }));
  Object.assign(globalThis, { wx: { cloud: { database: () => ({ collection: () => ({ where }) }) } } });
  return {
    where,
    close,
    push: (type?: string) => pushed?.(type ? { type } : {}),
    fail: () => failed?.(new Error()),
  };
};

afterEach(() => Reflect.deleteProperty(globalThis, 'wx'));

it('rings at the first push, too: what was rung before the watch stood would be heard by nobody', () => {
  const { push } = watching();
  const rung = jest.fn();
  hear('me', rung, () => undefined);
  push('init');
  push();
  expect(rung).toHaveBeenCalledTimes(2);
});

it('hears the caller’s own bell, or the desk’s', () => {
  const { where } = watching();
  hear(
    'me',
    () => undefined,
    () => undefined,
  );
  hear(
    'desk',
    () => undefined,
    () => undefined,
  );
  expect(where.mock.calls).toEqual([[{ owner: '{openid}' }], [{ owner: 'desk' }]]);
});

it('is silent once it failed, and rings no more once it was closed', () => {
  const { push, fail, close } = watching();
  const [rung, silent] = [jest.fn(), jest.fn()];
  hear('me', rung, silent);
  fail();
  fail();
  push();
  expect([rung.mock.calls.length, silent.mock.calls.length]).toEqual([0, 1]);
  hear('me', rung, silent)();
  push();
  expect(rung).not.toHaveBeenCalled();
  expect(close).toHaveBeenCalled();
});
