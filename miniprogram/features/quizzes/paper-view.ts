import type { QuizAsked } from '../../../typings/contract';
import { KINDS } from './quiz-view';

/** The question on the screen. */
interface OnScreen {
  number: string;
  kind: string;
  text: string;
  several: boolean;
  choices: { text: string; chosen: boolean }[];
}

export interface PaperView {
  question: OnScreen | null;
  at: number;
  count: number;
  answered: number;
  percent: number;
  places: { number: string; done: boolean; here: boolean }[];
}

/** A paper opened at one of its questions. */
export function paperView(paper: QuizAsked[], at: number): PaperView {
  const asked = paper[at];
  const answered = paper.filter(({ chosen }) => chosen.length > 0).length;
  return {
    question: asked
      ? {
          number: String(at + 1),
          kind: KINDS[asked.kind],
          text: asked.text,
          several: asked.kind === 'multiple',
          choices: asked.choices.map((text, n) => ({ text, chosen: asked.chosen.includes(n) })),
        }
      : null,
    at,
    count: paper.length,
    answered,
    percent: paper.length === 0 ? 0 : Math.round((answered / paper.length) * 100),
    places: paper.map(({ chosen }, n) => ({
      number: String(n + 1),
      done: chosen.length > 0,
      here: n === at,
    })),
  };
}

/** What is chosen after a tap: of one choice the other goes; tapped again it is taken back. */
export function tapped({ kind, chosen }: Pick<QuizAsked, 'kind' | 'chosen'>, place: number): number[] {
  if (chosen.includes(place)) return chosen.filter((each) => each !== place);
  return kind === 'multiple' ? [...chosen, place].sort((a, b) => a - b) : [place];
}

/** The paper with these answers in it: those that the library has not confirmed yet. */
export const withAnswers = (
  paper: QuizAsked[],
  answers: readonly { place: number; chosen: number[] }[],
): QuizAsked[] =>
  paper.map((asked, n) => ({
    ...asked,
    chosen: answers.find(({ place }) => place === n)?.chosen ?? asked.chosen,
  }));

/** Where one goes on: the first question without an answer, else the first. */
export const firstOpen = (paper: QuizAsked[]): number =>
  Math.max(
    0,
    paper.findIndex(({ chosen }) => chosen.length === 0),
  );
