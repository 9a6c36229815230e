import { figuresOfQuiz } from './quiz-figures';

const attempt = (score: number, rightOnes: string[], submittedAt: string | null = 'x') => ({
  ...{ score, full: 10, asked: ['a', 'b'], rightOnes, submittedAt },
  startedAt: '2026-12-01T01:00:00.000Z',
  endsAt: '2026-12-01T01:10:00.000Z',
});
const NOW = '2026-12-01T01:05:00.000Z';

it('counts those who are through; the question that fewest knew stands first', () => {
  const all = [
    ...Array.from({ length: 4 }, () => attempt(10, ['a', 'b'])),
    ...Array.from({ length: 2 }, () => attempt(5, ['a'])),
    attempt(0, [], null),
  ];
  expect(figuresOfQuiz(all, NOW)).toEqual({
    ...{ taken: 7, handedIn: 6, average: 83, spread: [0, 0, 2, 0, 4] },
    hardest: [{ questionId: 'b', asked: 6, right: 4 }],
  });
});

it('says nothing of a question that few had, and nothing at all of nobody', () => {
  expect(figuresOfQuiz([attempt(0, [])], NOW).hardest).toEqual([]);
  expect(figuresOfQuiz([], NOW).average).toBeNull();
});
