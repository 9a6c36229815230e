import type { LecturePage, QuizResult } from '../../../typings/contract';
import { ask } from '../../lib/call';
import { none, one } from '../../lib/screen/empty';
import { dataOf } from '../../lib/screen/event';
import type { Once } from '../../lib/screen/once';
import type { Drawn, Part } from '../../lib/screen/part';
import { tell } from '../../lib/tell';

export interface QuizQuestion {
  question: string;
  choices: { text: string; chosen: boolean; mark: '' | 'right' | 'wrong' }[];
  why: string;
}

export const quizOf = (quiz: LecturePage['quiz']): QuizQuestion[] =>
  quiz.map(({ question, choices }) => ({
    question,
    choices: choices.map((text) => ({ text, chosen: false, mark: '' })),
    why: '',
  }));

/** The questions as they stand once the library has said what was right. */
const marked = (quiz: QuizQuestion[], { right, why }: QuizResult): QuizQuestion[] =>
  quiz.map(({ question, choices }, n) => ({
    question,
    choices: choices.map(({ text, chosen }, place) => ({
      text,
      chosen,
      mark: place === right[n] ? 'right' : chosen ? 'wrong' : '',
    })),
    why: why[n] ?? '',
  }));

const chosenIn = ({ choices }: QuizQuestion): number => choices.findIndex(({ chosen }) => chosen);

interface Quizzing {
  choose(event: WechatMiniprogram.TouchEvent): void;
  answerQuiz(): Promise<void>;
  onceMore(): void;
}

type Page = Drawn & Once & { data: { lectureId: string; quiz: QuizQuestion[]; score: string } };

/** Three questions after a lecture: the phone learns what is right with the answer, not before. */
export const quizzing: Part<{ quiz: QuizQuestion[]; score: string; ready: boolean }, Quizzing> = {
  name: 'quizzing',
  data: () => ({ quiz: none<QuizQuestion>(), score: one<string>(''), ready: false }),
  methods: {
    choose(this: Page, event) {
      const { question, choice } = dataOf(event);
      if (this.data.score) return;
      const quiz = this.data.quiz.map((each, n) =>
        n === Number(question)
          ? {
              ...each,
              choices: each.choices.map((each_, place) => ({ ...each_, chosen: place === Number(choice) })),
            }
          : each,
      );
      this.setData({ quiz, ready: quiz.every((each) => chosenIn(each) >= 0) });
    },
    async answerQuiz(this: Page) {
      const { lectureId, quiz } = this.data;
      const answers = quiz.map(chosenIn);
      const outcome = await this.once('quiz', () => ask('lectures.answerQuiz', { lectureId, answers }));
      if (!outcome || !tell(outcome)) return;
      const { score } = outcome.value;
      this.setData({ quiz: marked(quiz, outcome.value), score: `${quiz.length} 题答对 ${score} 题` });
    },
    onceMore(this: Page) {
      this.setData({ quiz: quizOf(plainOf(this.data.quiz)), score: '', ready: false });
    },
  },
};

const plainOf = (quiz: QuizQuestion[]): LecturePage['quiz'] =>
  quiz.map(({ question, choices }) => ({ question, choices: choices.map(({ text }) => text) }));
