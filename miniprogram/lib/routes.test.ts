import { open, routes } from './routes';

const opened: string[] = [];
let depth = 1;
let start = 1_000_000;

beforeEach(() => {
  jest.useFakeTimers({ now: (start += 10_000) });
  opened.splice(0);
  depth = 1;
  const note = (way: string) => (what: { url: string }) => void opened.push(`${way} ${what.url}`);
  Object.assign(globalThis, {
    getCurrentPages: () => Array.from({ length: depth }),
    wx: { switchTab: note('tab'), redirectTo: note('in place'), navigateTo: note('on top') },
  });
});
afterEach(() => jest.useRealTimers());

test('a tab is switched to, a page is put on top, and in place of the top when the stack is full', () => {
  open(routes.search);
  open(routes.title('t1'));
  depth = 10;
  open(routes.title('t2'));
  expect(opened).toEqual([
    `tab ${routes.search}`,
    `on top ${routes.title('t1')}`,
    `in place ${routes.title('t2')}`,
  ]);
});

test('two quick taps open one page; the same page can be opened again after', () => {
  open(routes.title('t1'));
  jest.advanceTimersByTime(200);
  open(routes.title('t1'));
  expect(opened).toHaveLength(1);
  jest.advanceTimersByTime(500);
  open(routes.title('t1'));
  expect(opened).toHaveLength(2);
});
