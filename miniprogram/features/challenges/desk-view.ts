import type { ChallengeFigures, LocalDate } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { longDate, shortDate } from '../../lib/dates';

export interface FiguresView {
  title: string;
  figures: { name: string; count: string }[];
  bars: { name: string; count: string; percent: number }[];
  reached: { name: string; count: string }[];
}

export function figuresView(page: ChallengeFigures, today: LocalDate): FiguresView {
  const most = Math.max(1, ...page.lately.map(({ readers }) => readers));
  return {
    title: page.title,
    figures: [
      { name: '参加', count: String(page.joined) },
      { name: '今天打卡', count: String(page.today) },
      { name: '小队', count: String(page.teams) },
    ],
    bars: page.lately.map(({ on, readers }) => ({
      name: shortDate(on, today),
      count: `${readers} 人`,
      percent: Math.round((readers / most) * 100),
    })),
    reached: page.reached.map(({ step, readers }) => ({ name: `满 ${step} 天`, count: `${readers} 人` })),
  };
}

interface NoteRow {
  noteId: string;
  at: string;
  author: string;
  day: string;
  text: string;
  book: string;
}

export const noteRows = (list: Output<'challengeDesk.notes'>['list'], today: LocalDate): NoteRow[] =>
  list.map(({ on, book, ...note }) => ({ ...note, day: longDate(on, today), book: book && `《${book}》` }));
