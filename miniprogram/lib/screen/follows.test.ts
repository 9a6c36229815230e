import { hear } from '../bell';
import { follows } from './follows';

jest.mock('../bell');

const heard = jest.mocked(hear);
const stopped = jest.fn();

/** A page of this part alone, as WeChat would hold it. */
const open = (options: Parameters<typeof follows>[0], looks: { isNew?: boolean; waits?: boolean } = {}) => {
  const part = follows(options);
  const look = jest.fn(async () => looks.isNew ?? false);
  const page = { ...part.methods, undrawn: part.undrawn?.() ?? {}, look, waits: () => looks.waits ?? true };
  const hook = (name: 'onShow' | 'onHide') => part.hooks?.[name]?.call(page);
  return { page, look, show: () => hook('onShow'), hide: () => hook('onHide') };
};
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  jest.useFakeTimers();
  heard.mockReset().mockReturnValue(stopped);
  stopped.mockReset();
});
afterEach(() => jest.useRealTimers());

it('looks often while something happens and seldomer when nothing does', async () => {
  const busy = open({}, { isNew: true });
  void busy.show();
  await pass(9_500);
  expect(busy.look).toHaveBeenCalledTimes(3);
  busy.hide();
  const idle = open({});
  void idle.show();
  await pass(60_000);
  expect(idle.look.mock.calls.length).toBeLessThan(8);
});

it('does not look behind another page, and looks again when it comes up', async () => {
  const { show, hide, look } = open({});
  void show();
  hide();
  await pass(60_000);
  expect(look).not.toHaveBeenCalled();
  void show();
  await pass(3_000);
  expect(look).toHaveBeenCalledTimes(1);
});

it('is rung instead of asking, and goes on asking by itself once the bell is silent', async () => {
  const { show, look } = open({ bells: ['me'] }, { isNew: true });
  void show();
  await pass(20_000);
  expect(look).not.toHaveBeenCalled();
  const [, rung, silent] = heard.mock.calls[0] ?? [];
  rung?.();
  await pass(0);
  expect(look).toHaveBeenCalledTimes(1);
  silent?.();
  await pass(6_500);
  expect(look).toHaveBeenCalledTimes(3);
  expect(stopped).toHaveBeenCalled();
});

it('hears nothing while nothing may come', async () => {
  const { show } = open({ bells: ['me'] }, { waits: false });
  void show();
  await pass(30_000);
  expect(heard).not.toHaveBeenCalled();
});

it('what rings while it looks is looked at once more, never twice at once', async () => {
  const { page, show, look } = open({ bells: ['me'] });
  let end = () => {};
  look.mockImplementationOnce(() => new Promise((resolve) => (end = () => resolve(true))));
  void show();
  const first = page.lookSoon.call(page as never);
  const [, rung] = heard.mock.calls[0] ?? [];
  rung?.();
  rung?.();
  expect(look).toHaveBeenCalledTimes(1);
  end();
  await first;
  expect(look).toHaveBeenCalledTimes(2);
});
