import type { QuizAsked } from '../../../typings/contract';
import { firstOpen, paperView, tapped, withAnswers } from './paper-view';

const asked = (changes: Partial<QuizAsked> = {}): QuizAsked => ({
  ...{ kind: 'single', text: '几座桥？', choices: ['一', '二'], chosen: [] },
  ...changes,
});

test('one choice replaces the other, of several each stands for itself, a second tap takes it back', () => {
  expect(tapped(asked({ chosen: [0] }), 1)).toEqual([1]);
  expect(tapped(asked({ chosen: [1] }), 1)).toEqual([]);
  expect(tapped(asked({ kind: 'multiple', chosen: [1] }), 0)).toEqual([0, 1]);
});

test('answers that wait on the phone stand in the paper, and one goes on at the first open question', () => {
  const paper = withAnswers([asked(), asked({ chosen: [0] }), asked()], [{ place: 0, chosen: [1] }]);
  expect(paper.map(({ chosen }) => chosen)).toEqual([[1], [0], []]);
  expect(firstOpen(paper)).toBe(2);
  expect(firstOpen([asked({ chosen: [0] })])).toBe(0);
  expect(paperView(paper, 2)).toMatchObject({
    answered: 2,
    count: 3,
    percent: 67,
    question: { number: '3' },
  });
});
