import { endText, findMore, totalText, type Question } from './find';
import type { More } from './more';

function aList(answers: (object | 'lost')[]) {
  const asked: unknown[] = [];
  const callFunction = async ({ data }: { data: { input: unknown } }) => {
    asked.push(data.input);
    const answer = answers.shift();
    if (!answer || answer === 'lost') throw { errMsg: 'request:fail' };
    return { result: { ok: true, value: answer } };
  };
  Object.assign(globalThis, { wx: { cloud: { callFunction } } });
  const data = { list: [{ titleId: 'a' }], nextPage: 2, more: 'idle' as More, end: '' };
  let question: Question = { query: '红楼梦' };
  const page = {
    data,
    setData(change: Record<string, unknown>) {
      for (const [path, value] of Object.entries(change)) {
        const place = /^list\[(\d+)\]$/.exec(path);
        if (place) data.list[Number(place[1])] = value as { titleId: string };
        else Object.assign(data, { [path]: value });
      }
    },
  };
  const more = () =>
    findMore(
      page,
      () => question,
      ({ list }) => list.map(({ titleId }) => ({ titleId })),
    );
  return { data, asked, more, ask: (next: Question) => (question = next) };
}
const aPage = (ids: string[], nextPage?: number) => ({
  list: ids.map((titleId) => ({ titleId })),
  total: 3,
  totalIsAtLeast: false,
  ...(nextPage ? { nextPage } : {}),
});
const ids = (list: { titleId: string }[]) => list.map(({ titleId }) => titleId);

test('pages are put behind each other, and the last one says that it is', async () => {
  const { data, asked, more } = aList([aPage(['b'], 3), aPage(['c'])]);
  await more();
  expect(data).toMatchObject({ nextPage: 3, more: 'idle' });
  await more();
  expect(ids(data.list)).toEqual(['a', 'b', 'c']);
  expect(data).toMatchObject({ nextPage: 0, end: '没有更多了' });
  await more();
  expect(asked).toEqual([
    { query: '红楼梦', page: 2 },
    { query: '红楼梦', page: 3 },
  ]);
});

test('two reaches of the bottom ask once', async () => {
  const { asked, more } = aList([aPage([])]);
  await Promise.all([more(), more()]);
  expect(asked).toHaveLength(1);
});

test('a title that moved on to the next page stands in the list once', async () => {
  const { data, more } = aList([aPage(['a', 'b'])]);
  await more();
  expect(ids(data.list)).toEqual(['a', 'b']);
});

test('a page that did not come leaves the list and offers to try again', async () => {
  const { data, more } = aList(['lost', aPage(['b'])]);
  await more();
  expect(data).toMatchObject({ more: 'failed', nextPage: 2 });
  await more();
  expect(ids(data.list)).toEqual(['a', 'b']);
});

test('a page of a former question is dropped', async () => {
  const { data, more, ask } = aList([aPage(['b'])]);
  const underWay = more();
  ask({ query: '红楼梦', sort: 'newest' });
  Object.assign(data, { list: [{ titleId: 'x' }], nextPage: 2, more: 'idle' });
  await underWay;
  expect(ids(data.list)).toEqual(['x']);
});

test('a counted total and a lower bound read differently', () => {
  expect(totalText({ total: 12, totalIsAtLeast: false })).toBe('找到 12 种');
  expect(totalText({ total: 200, totalIsAtLeast: true })).toBe('找到 200 种以上');
});

test('the foot says when more was found than can be paged through', () => {
  expect(endText({ total: 40, totalIsAtLeast: false }, 40)).toBe('没有更多了');
  expect(endText({ total: 40, totalIsAtLeast: false }, 39)).toBe('没有更多了');
  expect(endText({ total: 640, totalIsAtLeast: false }, 200)).toBe('只列出最相关的 200 种，请缩小范围');
  expect(endText({ total: 200, totalIsAtLeast: true }, 200, 'newest')).toBe(
    '只列出最新入藏的 200 种，请缩小范围',
  );
});
