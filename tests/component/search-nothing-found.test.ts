import { stage, textOf } from './stage';

/** What a looser search finds, by what is asked. */
const finds: Record<string, number> = {};
const asked: string[] = [];
Object.assign(wx, {
  cloud: {
    callFunction: ({ data }: { data: { input: { query: string } } }) => {
      const { query } = data.input;
      asked.push(query);
      const total = finds[query];
      if (total === undefined) return Promise.reject(Object.assign(new Error(), { errMsg: 'request:fail' }));
      const value = { list: Array.from({ length: total }, () => ({})), total, totalIsAtLeast: false };
      return Promise.resolve({ result: { ok: true, value } });
    },
  },
});

jest.setTimeout(30_000);
const nothingFound = stage('nothing-found', 'pages/search/components');
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
const chip = (name: string, on: boolean) => ({ key: name, group: 'clc', value: name, name, count: '', on });

beforeEach(() => {
  asked.splice(0);
  for (const key of Object.keys(finds)) delete finds[key];
});

test('the words are tried each alone, and those that find something are offered', async () => {
  Object.assign(finds, { 古桥建筑: 0, 云溪: 12 });
  const comp = nothingFound({ query: '云溪 古桥建筑' });
  await settled();
  expect(asked).toEqual(['古桥建筑', '云溪']);
  expect(textOf(comp)).toContain('改找“云溪”找到 12 种');
  expect(textOf(comp)).not.toContain('改找“古桥建筑”');
});

test('a looser search that is lost is not offered, and the two ways on stand there all the same', async () => {
  const comp = nothingFound({ query: '云溪 古桥建筑' });
  await settled();
  expect(textOf(comp)).not.toContain('改找');
  expect(textOf(comp)).toContain('荐购');
  expect(textOf(comp)).toContain('问馆员');
});

test('what it was narrowed to is said, and nothing else of the row', () => {
  const comp = nothingFound({ query: '三体', chips: [chip('总馆', true), chip('文学', false)] });
  expect(textOf(comp)).toContain('只看了总馆。');
});
