import { change, partRow, satisfiedWords } from './figures-view';

test('a rate is never told without its interval and how many answered', () => {
  expect(satisfiedWords({ answers: 40, rate: { share: 0.8, from: 0.6524, to: 0.895 } })).toEqual({
    big: '80.0%',
    note: '95% 区间 65.2%–89.5%，40 人评价',
  });
  expect(satisfiedWords({ answers: 12, rate: null }).big).toBe('样本太少');
});

test('what is withheld says why and gives no number', () => {
  expect(partRow({ key: 'talk', answers: null, rate: null }, '问馆员')).toEqual({
    name: '问馆员',
    value: '不公布',
    note: '人数太少，或能推算到个人',
  });
});

test('nothing is compared with nothing', () => {
  expect(change('今天', 5, 0).text).toBe('此前无');
  expect(change('今天', 15, 10)).toMatchObject({ text: '+50%', tone: 'up' });
  expect(change('今天', 5, 10)).toMatchObject({ text: '−50%', tone: 'down' });
});
