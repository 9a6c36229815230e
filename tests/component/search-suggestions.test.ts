import { stage, textOf, type Staged } from './stage';

interface Waiting {
  text: string;
  answer(list: { kind: string; text: string }[]): void;
  lose(): void;
}
const asked: Waiting[] = [];
Object.assign(wx, {
  cloud: {
    callFunction: ({ data }: { data: { input: { text: string } } }) =>
      new Promise((resolve, reject) => {
        asked.push({
          text: data.input.text,
          answer: (list) => resolve({ result: { ok: true, value: { list } } }),
          lose: () => reject({ errMsg: 'request:fail' }),
        });
      }),
  },
});

jest.setTimeout(30_000);
const suggestions = stage('suggestions', 'pages/search/components');
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than the pause in typing that asks. */
const pause = () => sleep(320);
const marks = (comp: Staged) =>
  Array.from(comp.dom?.querySelectorAll('[class*="suggestion__mark"]') ?? []).map((mark) => mark.textContent);

beforeEach(() => asked.splice(0));

test('typing without a pause asks once, for what stands in the box', async () => {
  const comp = suggestions({ typed: '平' });
  comp.setData({ typed: '平凡' });
  comp.setData({ typed: '平凡的' });
  // Two-way binding tells the same text twice.
  comp.setData({ typed: '平凡的' });
  await pause();
  expect(asked.map(({ text }) => text)).toEqual(['平凡的']);
});

test('titles and authors are told apart, and the typed part is marked', async () => {
  const comp = suggestions({ typed: '路遥' });
  await pause();
  asked[0]?.answer([
    { kind: 'author', text: '路遥' },
    { kind: 'title', text: '路遥传' },
  ]);
  await sleep(20);
  expect(textOf(comp)).toContain('路遥作者');
  expect(textOf(comp)).toContain('路遥传书名');
  expect(marks(comp)).toEqual(['路遥', '路遥']);
});

test('an answer to what was typed before is dropped, whenever it comes', async () => {
  const comp = suggestions({ typed: '三' });
  await pause();
  comp.setData({ typed: '三体' });
  await pause();
  asked[1]?.answer([{ kind: 'title', text: '三体' }]);
  await sleep(20);
  asked[0]?.answer([{ kind: 'title', text: '三国演义' }]);
  await sleep(20);
  expect(textOf(comp)).toContain('三体');
  expect(textOf(comp)).not.toContain('三国演义');
});

test('what is shown stays until the next answer, and over an answer that is lost', async () => {
  const comp = suggestions({ typed: '红' });
  await pause();
  asked[0]?.answer([{ kind: 'title', text: '红楼梦' }]);
  await sleep(20);
  comp.setData({ typed: '红楼' });
  expect(textOf(comp)).toContain('红楼梦');
  await pause();
  asked[1]?.lose();
  await sleep(20);
  expect(textOf(comp)).toContain('红楼梦');
});

test('a lost answer is asked for once more, and not for ever', async () => {
  // Components of the tests before live on: only what this one asks counts.
  const of = (text: string) => asked.filter((one) => one.text === text);
  const comp = suggestions({ typed: '活' });
  await pause();
  of('活')[0]?.lose();
  await sleep(1700);
  of('活')[1]?.answer([{ kind: 'title', text: '活着' }]);
  await sleep(20);
  expect(textOf(comp)).toContain('活着');
  comp.setData({ typed: '活着为' });
  await pause();
  of('活着为')[0]?.lose();
  await sleep(1700);
  of('活着为')[1]?.lose();
  await sleep(1700);
  expect(of('活着为')).toHaveLength(2);
});

test('the thin spaces of pinyin in composition are spaces to the library', async () => {
  suggestions({ typed: 'ping\u2006fan' });
  await pause();
  expect(asked.map(({ text }) => text)).toEqual(['ping fan']);
});

test('an empty box asks for nothing and shows nothing of before', async () => {
  const comp = suggestions({ typed: '红' });
  await pause();
  asked[0]?.answer([{ kind: 'title', text: '红楼梦' }]);
  await sleep(20);
  comp.setData({ typed: '' });
  await pause();
  expect(asked).toHaveLength(1);
  expect(textOf(comp)).not.toContain('红楼梦');
});

test('a tap hands the text over', async () => {
  const comp = suggestions({ typed: '红' });
  const heard = jest.fn();
  comp.addEventListener('choose', ({ detail }) => heard(detail));
  comp.instance?.choose({ currentTarget: { dataset: { text: '红楼梦' } } });
  expect(heard).toHaveBeenCalledWith({ text: '红楼梦' });
});
