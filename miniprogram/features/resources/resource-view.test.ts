import type { ResourceCard } from '../../../typings/contract';
import { groupsOf, resourceView, subjectsOf } from './resource-view';

const card = (changes: Partial<ResourceCard>): ResourceCard => ({
  resourceId: 'r',
  kind: 'database',
  name: '',
  provider: '',
  access: 'everywhere',
  subjects: [],
  lead: '',
  ...changes,
});

const list = [
  card({ resourceId: 'a', name: '国家期刊库', subjects: ['社会科学', '期刊'] }),
  card({ resourceId: 'b', kind: 'collection', name: '云溪家谱', subjects: ['家谱', '地方史'] }),
  card({ resourceId: 'c', kind: 'collection', name: '老照片', provider: 'Yunxi', subjects: ['地方史'] }),
];
const found = (words: string, subject = '') =>
  groupsOf(list, words, subject)
    .flatMap((group) => group.list.map(({ resourceId }) => resourceId))
    .join('');

it('stands in two groups, without those that have nothing', () => {
  expect(groupsOf(list, '', '').map(({ name }) => name)).toEqual(['数据库', '特色馆藏']);
  expect(groupsOf(list, '家谱', '').map(({ name }) => name)).toEqual(['特色馆藏']);
});

it('is found by name, provider and subject; every word has to fit', () => {
  expect(found('期刊')).toBe('a');
  expect(found('地方史 云溪')).toBe('b');
  expect(found('YUNXI')).toBe('c');
  expect(found('', '地方史')).toBe('bc');
  expect(found('没有的')).toBe('');
  expect(found('  ')).toBe('abc');
});

it('the most frequent subjects come first', () => {
  expect(subjectsOf(list)).toEqual(['地方史', '社会科学', '期刊', '家谱']);
});

it('an address is shown as one reads it', () => {
  const words = { kind: 'database', name: '', provider: '', guide: [], subjects: [], contact: '' } as const;
  const resource = {
    ...words,
    guide: [],
    subjects: [],
    resourceId: 'r',
    changedAt: '',
    about: '一段\n\n又一段',
    url: 'https://www.ncpssd.cn/',
    access: 'everywhere' as const,
  };
  expect(resourceView(resource)).toMatchObject({ site: 'www.ncpssd.cn', about: ['一段', '又一段'] });
});
