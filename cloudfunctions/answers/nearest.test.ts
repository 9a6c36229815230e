import { indexAnswers } from './index';
import { nearestAnswers } from './nearest';

const answers = [
  { id: 'renew', question: '怎么续借图书？', forms: ['书还没看完能延长时间吗'] },
  { id: 'lost', question: '读者证丢了怎么办？', forms: ['补办借书证要钱吗'] },
  { id: 'hours', question: '图书馆几点开门？', forms: ['周末开不开'] },
  { id: 'where', question: '图书馆在哪里？', forms: [] },
  { id: 'wifi', question: '馆里有 WiFi 吗？', forms: [] },
];
const index = indexAnswers(answers.map((answer) => ({ ...answer, text: '' })));
const first = (text: string): string | undefined => nearestAnswers(index, text)[0]?.id;

it.each([
  ['请问怎么续借图书', 'renew'],
  ['怎麼續借圖書', 'renew'],
  ['怎么叙借', 'renew'],
  ['书没看完可以延期吗', 'renew'],
  ['图书证遗失如何补办', 'lost'],
  ['馆里几点关门', 'hours'],
  ['礼拜六开吗', 'hours'],
  ['你们馆在什么地方', 'where'],
  ['ｗｉｆｉ', 'wifi'],
])('%s is answered by %s', (text, id) => expect(first(text)).toBe(id));

it('an answer stands once, by the form of asking that is nearest', () => {
  const ids = nearestAnswers(index, '续借延长时间', 5).map(({ id }) => id);
  expect(ids).toHaveLength(new Set(ids).size);
  expect(ids[0]).toBe('renew');
});

it('at most three are found, in the same order every time', () => {
  const once = nearestAnswers(index, '图书馆怎么');
  expect(once.length).toBeLessThanOrEqual(3);
  expect(nearestAnswers(index, '图书馆怎么')).toEqual(once);
});

it('nothing is found for what shares nothing, and in no answers', () => {
  expect(nearestAnswers(index, 'xyz')).toEqual([]);
  expect(nearestAnswers(index, '')).toEqual([]);
  expect(nearestAnswers(indexAnswers([]), '怎么续借')).toEqual([]);
});

it('scores fall from the first to the last', () => {
  const scores = nearestAnswers(index, '图书馆的书怎么借').map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});
