import type { BankQuestion, QuizFigures } from '../../../typings/contract';
import { lengthText } from '../../lib/dates';
import type { Draft } from './bank-form';
import { KINDS } from './quiz-view';

interface BankRow {
  question: Draft;
  kind: string;
  choices: { text: string; right: boolean }[];
  /** The sheet that changes it. */
  act: 'choice' | 'trueFalse';
  retired: boolean;
}

export const bankRows = (list: BankQuestion[]): BankRow[] =>
  list.map(({ retired, ...question }) => ({
    question,
    kind: `${question.topic} · ${KINDS[question.kind]}`,
    choices: question.choices.map((text, n) => ({ text, right: question.right.includes(n) })),
    act: question.kind === 'true_false' ? 'trueFalse' : 'choice',
    retired,
  }));

export interface FiguresView {
  title: string;
  figures: { name: string; count: string }[];
  bars: { name: string; count: string; percent: number }[];
  hardest: { text: string; says: string; percent: number }[];
  winners: { rank: string; name: string; text: string }[];
}

const STEPS = ['0–19%', '20–39%', '40–59%', '60–79%', '80–100%'];

export function figuresView(page: QuizFigures): FiguresView {
  const most = Math.max(1, ...page.spread);
  return {
    title: page.title,
    figures: [
      { name: '参加', count: String(page.taken) },
      { name: '已交卷', count: String(page.handedIn) },
      { name: '平均得分率', count: page.average === null ? '—' : `${page.average}%` },
    ],
    bars: page.spread.map((count, n) => ({
      name: STEPS[n] ?? '',
      count: `${count} 人`,
      percent: Math.round((count / most) * 100),
    })),
    hardest: page.hardest.map(({ text, asked, right }) => ({
      text: text || '这道题已不在题库里',
      says: `${asked} 人答，${right} 人答对`,
      percent: Math.round((right / asked) * 100),
    })),
    winners: page.winners.map(({ rank, name, score, seconds }) => ({
      rank: String(rank),
      name,
      text: `${score} 分 · ${lengthText(seconds)}`,
    })),
  };
}
