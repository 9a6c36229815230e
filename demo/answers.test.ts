import answers from './data/answers.json';
import app from '../miniprogram/app.json';

const SUBJECTS = (
  '办证 借还 续借 预约 费用 座位 活动 讲座 数字资源 咨询与检索 地方文献 少儿 无障碍与长者 馆舍与设施 捐赠 ' +
  '帐号与隐私 文献传递'
).split(' ');
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages: within }) => within.map((page) => `${root}/${page}`)),
];

test('at least 160 answers, each with its own id and in a subject, every subject with some', () => {
  expect(answers.length).toBeGreaterThanOrEqual(160);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
  expect([...new Set(answers.map(({ subject }) => subject))].sort()).toEqual([...SUBJECTS].sort());
  for (const { id } of answers) expect(id).toMatch(/^a(-[a-z]+)+$/);
});

test('no question stands twice, as a question or as a further form', () => {
  const asked = answers.flatMap(({ question, forms }) => [question, ...forms]);
  expect(asked.filter((words, n) => asked.indexOf(words) !== n)).toEqual([]);
  for (const { forms } of answers) expect(forms.length).toBeLessThanOrEqual(2);
});

test('a text is two to six sentences and ends with one', () => {
  const odd = answers.filter(({ text }) => {
    const sentences = text.match(/[。？！]/g)?.length ?? 0;
    return sentences < 2 || sentences > 6 || !/[。？！]$/.test(text);
  });
  expect(odd.map(({ id }) => id)).toEqual([]);
});

test('a link leads to a page of the mini program', () => {
  const links = answers.flatMap((answer) => answer.links ?? []);
  expect(links.length).toBeGreaterThan(50);
  for (const { words, page } of links) {
    expect(words).not.toBe('');
    expect(pages.map((each) => `/${each}`)).toContain(page.split('?')[0]);
  }
});
