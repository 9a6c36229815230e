import type { FiguresPage } from '../../../typings/contract/figures';
import type { FigureDocument } from '../../documents';
import {
  compared,
  DAYS_SHOWN,
  hoursOf,
  loansByDay,
  SHOWN_FIGURES,
  spansOf,
  YEAR_OF_WEEKS,
} from '../../figures/compare';
import { ALL } from '../../figures/count';
import { indicatorsOf } from '../../figures/indicators';
import { facesOfLate } from '../../figures/faces-told';
import { between, type Database } from '../../kernel/database';
import { addDays } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { counting } from './count-figures.job';
import { monthParts } from './month-parts';
import { twoYearsOfFaces } from './satisfaction';

/** Six reads, however large the library: days, months, branches, faces, cases, how far it is counted. */
export const page = reading('figureDesk.page', {
  role: 'manager',
  schema: nothing,
  run: async ({ db, library, today }) => {
    const [days, months, ofMonth, faces, cases, counted] = await Promise.all([
      figuresWithin(db, 'day', addDays(today, -YEAR_OF_WEEKS - DAYS_SHOWN), today),
      figuresWithin(db, 'month', `${Number(today.slice(0, 4)) - 1}-01`, today.slice(0, 7)),
      db.find('figures', { where: { span: today.slice(0, 7) }, limit: 200 }),
      twoYearsOfFaces(db, today),
      db.find('cases', { where: { state: 'open' }, limit: 1000, fields: ['dueOn'] }),
      counting(db),
    ]);
    const spans = spansOf([...days, ...months]);
    const shown: FiguresPage = {
      today,
      upTo: counted?.upTo ?? '',
      compared: SHOWN_FIGURES.map((figure) => compared(spans, figure, today)),
      loansByDay: loansByDay(spans, today),
      hours: hoursOf(spans, today),
      ...monthParts(library, ofMonth),
      satisfaction: facesOfLate(faces, today),
      indicators: indicatorsOf(spans, today),
      openCases: cases.length,
      lateCases: cases.filter(({ dueOn }) => dueOn < today).length,
    };
    return done(shown);
  },
});

/** Of the whole library; a year and five weeks of days are fewer than one answer holds. */
export const figuresWithin = (
  db: Database,
  kind: FigureDocument['kind'],
  from: string,
  upTo: string,
): Promise<FigureDocument[]> =>
  db.find('figures', {
    where: { kind, branchId: ALL, span: between({ from, upTo }) },
    orderBy: [['span', 'asc']],
    limit: 1000,
  });
