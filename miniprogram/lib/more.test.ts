import { loadMore, type More } from './more';

interface Row {
  lectureId: string;
}

function aList(answers: (object | 'lost')[]) {
  const asked: unknown[] = [];
  const callFunction = async ({ data }: { data: { input: unknown } }) => {
    asked.push(data.input);
    const answer = answers.shift();
    if (!answer || answer === 'lost') throw { errMsg: 'request:fail' };
    return { result: { ok: true, value: answer } };
  };
  Object.assign(globalThis, { wx: { cloud: { callFunction } } });
  const data = { list: [{ lectureId: 'a' }] as Row[], next: '20', more: 'idle' as More };
  const page = {
    data,
    setData(change: Record<string, unknown>) {
      for (const [path, value] of Object.entries(change)) {
        const place = /^list\[(\d+)\]$/.exec(path);
        if (place) data.list[Number(place[1])] = value as Row;
        else Object.assign(data, { [path]: value });
      }
    },
  };
  const more = () =>
    loadMore(page, {
      action: 'lectures.list',
      input: {},
      rows: ({ list }) => list.map(({ lectureId }) => ({ lectureId })),
    });
  return { data, asked, more };
}

test('the next page is put behind the first, and the last page ends the list', async () => {
  const { data, asked, more } = aList([
    { list: [{ lectureId: 'b' }], next: '40' },
    { list: [{ lectureId: 'c' }] },
  ]);
  await more();
  expect(data).toMatchObject({ next: '40', more: 'idle' });
  await more();
  expect(data.list.map(({ lectureId }) => lectureId)).toEqual(['a', 'b', 'c']);
  expect(data.next).toBe('');
  await more();
  expect(asked).toEqual([{ after: '20' }, { after: '40' }]);
});

test('two reaches of the bottom ask once', async () => {
  const { asked, more } = aList([{ list: [] }]);
  await Promise.all([more(), more()]);
  expect(asked).toHaveLength(1);
});

test('a page that did not come leaves the list and offers to try again', async () => {
  const { data, more } = aList(['lost', { list: [{ lectureId: 'b' }] }]);
  await more();
  expect(data).toMatchObject({ more: 'failed', next: '20' });
  expect(data.list).toHaveLength(1);
  await more();
  expect(data.list).toHaveLength(2);
});

test('a page of a list that was loaded anew meanwhile is dropped', async () => {
  const { data, more } = aList([{ list: [{ lectureId: 'b' }] }]);
  const underWay = more();
  Object.assign(data, { list: [{ lectureId: 'x' }, { lectureId: 'y' }], next: '', more: 'idle' });
  await underWay;
  expect(data.list.map(({ lectureId }) => lectureId)).toEqual(['x', 'y']);
});
