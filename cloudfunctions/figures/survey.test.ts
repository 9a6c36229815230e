import { noSums, surveyResults, withAnswers } from './survey';

const QUESTION = { questionId: 'q1', about: 'place' as const, text: '馆里安静' };
const answer = (least: number, wished: number, seen: number) => [{ questionId: 'q1', least, wished, seen }];

test('adequacy is what is seen less the least, superiority what is seen less what is wished', () => {
  // Worked by hand: seen − least = 1, −1, 3, 1 (mean 1, standard deviation √(8/3)); seen − wished =
  // −1, −3, 0, 0.
  const sums = [answer(5, 7, 6), answer(6, 8, 5), answer(4, 7, 7), answer(6, 7, 7)].reduce(
    withAnswers,
    noSums('2026', 0),
  );
  const { all, rows } = surveyResults([sums], [QUESTION]);
  expect(rows[0]).toMatchObject({ least: 5.25, wished: 7.25, seen: 6.25 });
  expect(rows[0]?.adequacy.mean).toBeCloseTo(1);
  expect(rows[0]?.adequacy.to).toBeCloseTo(1 + 1.96 * Math.sqrt(8 / 3 / 4), 3);
  expect(rows[0]?.superiority.mean).toBeCloseTo(-1);
  expect(all).toMatchObject({ seen: 6.25 });
});

test('sums that lie in several documents are one', () => {
  const [a, b] = [answer(1, 9, 5), answer(3, 9, 9)];
  const together = [a, b].reduce(withAnswers, noSums('2026', 0));
  const apart = [withAnswers(noSums('2026', 0), a), withAnswers(noSums('2026', 1), b)];
  expect(surveyResults(apart, [QUESTION])).toEqual(surveyResults([together], [QUESTION]));
});
