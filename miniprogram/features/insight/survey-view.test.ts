import { allAnswered, keysOf, nextColumn } from './survey-view';

test('nobody can wish less than what is just good enough', () => {
  expect(
    keysOf({ least: 5 }, 'wished')
      .filter(({ off }) => off)
      .map(({ point }) => point),
  ).toEqual([1, 2, 3, 4]);
  expect(
    keysOf({ wished: 7 }, 'least')
      .filter(({ off }) => off)
      .map(({ point }) => point),
  ).toEqual([8, 9]);
  expect(keysOf({ least: 5, wished: 7 }, 'seen').some(({ off }) => off)).toBe(false);
});

test('the columns are asked in their order', () => {
  expect(nextColumn({})).toBe('least');
  expect(nextColumn({ least: 3 })).toBe('wished');
  expect(nextColumn({ least: 3, wished: 8 })).toBe('seen');
});

test('nothing is sent before every question is answered whole', () => {
  const questions = ['a', 'b'].map((questionId) => ({ questionId, about: 'place' as const, text: '灯' }));
  const whole = { least: 3, wished: 8, seen: 5 };
  expect(allAnswered(questions, { a: whole, b: { least: 1, wished: 2 } })).toBeNull();
  expect(allAnswered(questions, { a: whole, b: whole })).toHaveLength(2);
});
