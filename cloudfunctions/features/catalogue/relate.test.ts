import { classAbove, relate, type RelativesKnown, type Relative } from './relate';

let count = 0;
const aTitle = (title: string, changes: Partial<Relative> & { by?: string } = {}): Relative => {
  const { by = '刘慈欣', ...rest } = changes;
  return {
    _id: `t${(count += 1)}`,
    title,
    contributors: by ? [{ name: by, role: '著' }] : [],
    publisher: '重庆出版社',
    year: 2008,
    clc: 'I247.5',
    subjects: [],
    popularity: 0,
    isbns: [],
    addedAt: '2026-01-01T00:00:00.000Z',
    ...rest,
  };
};
const among = (title: Relative, found: Partial<RelativesKnown>) =>
  relate(title, { byWork: [], byAuthor: [], byClass: [], ...found });
const names = (list: Relative[]) => list.map(({ title, year }) => `${title} ${year}`);

test('the same name by the same author is another edition, by another author another book', () => {
  const three = aTitle('三体');
  const found = among(three, {
    byWork: [
      three,
      aTitle('三体', { year: 2016 }),
      aTitle('三体', { year: 2022 }),
      aTitle('三体', { by: '别人' }),
      aTitle('三体问题'),
    ],
  });
  expect(names(found.editions)).toEqual(['三体 2022', '三体 2016']);
  expect(found.volumes).toEqual([]);
});

test('parts of a work stand in their order, each once, in the edition most like this one', () => {
  const second = aTitle('三体Ⅱ：黑暗森林', { year: 2008 });
  const found = among(second, {
    byWork: [
      aTitle('三体. 3, 死神永生', { year: 2010 }),
      aTitle('三体Ⅲ', { year: 2022, publisher: '别家' }),
      aTitle('三体', { year: 2008 }),
    ],
    byAuthor: [second, aTitle('三体2', { year: 2019 })],
  });
  expect(found.volumes.map(({ part, title }) => `${part}|${title.title}`)).toEqual([
    '|三体',
    'II|三体Ⅱ：黑暗森林',
    '3|三体. 3, 死神永生',
  ]);
  expect(names(found.editions)).toEqual(['三体2 2019']);
});

test('works without a named author are parted by their name alone', () => {
  const first = aTitle('全唐诗 第一卷', { by: '' });
  const found = among(first, {
    byWork: [aTitle('全唐诗 第十卷', { by: '' }), aTitle('全唐诗 第二卷', { by: '' })],
  });
  expect(found.volumes.map(({ part }) => part)).toEqual(['第一卷', '第二卷', '第十卷']);
});

test('similar titles say why: the author first, then the subject, then the class, what is borrowed most in front', () => {
  const title = aTitle('三体', { subjects: ['科学幻想小说'] });
  const found = among(title, {
    byAuthor: [title, aTitle('球状闪电', { popularity: 3 }), aTitle('流浪地球', { popularity: 9 })],
    byClass: [
      aTitle('活着', { by: '余华', popularity: 50 }),
      aTitle('北京折叠', { by: '郝景芳', subjects: ['科学幻想小说'] }),
      aTitle('围城', { by: '钱锺书', clc: 'I246.5', popularity: 60 }),
    ],
  });
  expect(found.similar.map(({ title: { title: name }, because }) => [name, because])).toEqual([
    ['流浪地球', { reason: 'author', author: '刘慈欣' }],
    ['球状闪电', { reason: 'author', author: '刘慈欣' }],
    ['北京折叠', { reason: 'subject', subject: '科学幻想小说' }],
    ['围城', { reason: 'class', clc: 'I24' }],
    ['活着', { reason: 'class', clc: 'I247.5' }],
  ]);
});

test('no title is named twice, and no second edition of a similar one', () => {
  const title = aTitle('三体');
  const edition = aTitle('三体', { year: 2016, popularity: 99 });
  const works = [aTitle('流浪地球', { popularity: 9 }), aTitle('流浪地球', { year: 2020 })];
  const found = among(title, {
    byWork: [edition],
    byAuthor: [edition, ...works],
    byClass: [edition, ...works],
  });
  expect(found.similar.map(({ title: { title: name } }) => name)).toEqual(['流浪地球']);
});

test('one author does not fill the strip', () => {
  const byAuthor = Array.from({ length: 40 }, (_, n) => aTitle(`作品甲乙${'丙'.repeat(n + 1)}`));
  const byClass = Array.from({ length: 40 }, (_, n) =>
    aTitle(`别的${'丁'.repeat(n + 1)}`, { by: `作者${n}` }),
  );
  const { similar } = among(aTitle('三体'), { byAuthor, byClass });
  expect(similar).toHaveLength(10);
  expect(similar.filter(({ because }) => because.reason === 'author')).toHaveLength(4);
});

test('the class above', () => {
  expect(['I247.5', 'I247', 'TP312', 'I', ''].map(classAbove)).toEqual(['I247', 'I24', 'TP31', '', '']);
});
