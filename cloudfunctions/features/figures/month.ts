import * as v from 'valibot';
import { SHOWN_FIGURES } from '../../figures/compare';
import { ALL } from '../../figures/count';
import { isIn } from '../../kernel/database';
import { addMonths } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { monthParts } from './month-parts';

const MOST = 600;

/** Three months of every branch in one read: told in the work group when the month is over. */
export const month = reading('figureDesk.month', {
  role: 'manager',
  schema: v.strictObject({
    month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应为 2026-11 这样的格式')),
  }),
  run: async ({ db, library, today }, { month: asked }) => {
    const monthAt = (months: number): string => addMonths(`${asked}-01`, months).slice(0, 7);
    const spans = [asked, monthAt(-1), monthAt(-12)];
    const figures = await db.find('figures', { where: { span: isIn(spans) }, limit: MOST });
    const [now, before, yearBefore] = spans.map((span) =>
      figures.find((each) => each.span === span && each.branchId === ALL),
    );
    return done({
      month: asked,
      libraryName: library.settings.name,
      runs: asked >= today.slice(0, 7),
      rows: SHOWN_FIGURES.map((figure) => ({
        figure,
        value: now?.counts[figure] ?? 0,
        before: before?.counts[figure] ?? 0,
        yearBefore: yearBefore?.counts[figure] ?? 0,
      })),
      ...monthParts(
        library,
        figures.filter(({ span }) => span === asked),
      ),
      byHour: Object.entries(now?.byHour ?? {})
        .map(([hour, loans]) => ({ hour, loans }))
        .sort((a, b) => (a.hour < b.hour ? -1 : 1)),
    });
  },
});
