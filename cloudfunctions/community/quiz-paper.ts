import type { QuestionOnPaper, QuizAttemptDocument, QuizQuestionDocument } from '../documents';
import { orderOfDraw } from './draw';

/** What a paper is made from, and how answers to it are counted. The same seed makes the same paper. */

/** Which questions of the bank, in their order; in whatever order the bank tells them. */
export const drawnQuestions = (seed: string, bank: readonly string[], count: number): string[] => {
  const sorted = [...bank].sort();
  return orderOfDraw(`${seed}/questions/`, sorted.length, Math.min(count, sorted.length)).map(
    (n) => sorted[n] ?? '',
  );
};

type Question = Pick<QuizQuestionDocument, '_id' | 'kind' | 'text' | 'choices' | 'right' | 'why'>;

/** A question with its choices in this reader's order. 对 stands before 错 for everybody. */
export const onPaper = (
  seed: string,
  { _id, kind, text, choices, right, why }: Question,
): QuestionOnPaper => {
  const places = choices.map((_, n) => n);
  const order = kind === 'true_false' ? places : orderOfDraw(`${seed}/${_id}/`, choices.length);
  return {
    questionId: _id,
    kind,
    text,
    choices: order.map((place) => choices[place] ?? ''),
    right: places.filter((n) => right.includes(order[n] ?? -1)),
    why,
  };
};

/** All that is right was chosen, and nothing else: of several there is no half. */
export const isRight = ({ right }: Pick<QuestionOnPaper, 'right'>, chosen: readonly number[]): boolean =>
  chosen.length === right.length && right.every((place) => chosen.includes(place));

type Marked = Pick<QuizAttemptDocument, 'answers' | 'score' | 'rightOnes'>;

/** A paper with these answers, and what they are worth. */
export const marked = (
  { questions, pointsEach }: Pick<QuizAttemptDocument, 'questions' | 'pointsEach'>,
  answers: readonly number[][],
): Marked => {
  const rightOnes = questions
    .filter((question, n) => isRight(question, answers[n] ?? []))
    .map(({ questionId }) => questionId);
  return { answers: [...answers], score: rightOnes.length * pointsEach, rightOnes };
};

/** Whether these places can be chosen in answer to it. */
export const canChoose = (
  { kind, choices }: Pick<QuestionOnPaper, 'kind' | 'choices'>,
  chosen: readonly number[],
): boolean =>
  new Set(chosen).size === chosen.length &&
  chosen.every((place) => place < choices.length) &&
  (kind === 'multiple' || chosen.length <= 1);

/** What is wrong with a question of the bank. */
export const faultOfQuestion = ({
  kind,
  choices,
  right,
}: Pick<QuizQuestionDocument, 'kind' | 'choices' | 'right'>): 'choices' | 'right' | 'twice' | undefined => {
  if (choices.length < 2 || (kind === 'true_false' && choices.length !== 2)) return 'choices';
  if (new Set(choices).size !== choices.length) return 'twice';
  const distinct = new Set(right).size === right.length && right.every((place) => place < choices.length);
  const enough = kind === 'multiple' ? right.length >= 2 : right.length === 1;
  return distinct && enough ? undefined : 'right';
};
