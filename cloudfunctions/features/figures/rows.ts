import * as v from 'valibot';
import type { Figure } from '../../../typings/contract/figures';
import { ALL } from '../../figures/count';
import { between } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { aDay } from '../../kernel/validate';

export const COLUMNS: readonly [Figure, string][] = [
  ['loans', '借出'],
  ['returns', '还回'],
  ['renewals', '续借'],
  ['holds', '预约'],
  ['holdsCancelled', '取消预约'],
  ['newCards', '新办证'],
  ['registrations', '活动报名'],
  ['registrationsCancelled', '取消报名'],
  ['eventsHeld', '活动场次'],
  ['attendances', '活动到场'],
  ['deliveries', '文献传递申请'],
  ['deliveriesDone', '文献传递完成'],
  ['visitsAtDesk', '服务台办理'],
  ['talks', '咨询提问'],
  ['talksAnswered', '咨询办结'],
];

/** Days of the whole library as rows. A day on which nothing was counted has no row: blank is not nought. */
export const rows = reading('figureDesk.rows', {
  role: 'manager',
  schema: v.strictObject({ from: aDay, to: aDay }),
  run: async ({ db }, { from, to }) => {
    const figures = await db.find('figures', {
      where: { kind: 'day', branchId: ALL, span: between({ from, upTo: to }) },
      orderBy: [['span', 'asc']],
      limit: 1000,
    });
    const columns = [{ figure: 'day', name: '日期' }, ...COLUMNS.map(([figure, name]) => ({ figure, name }))];
    const list = figures.map(({ span, counts }) => [span, ...COLUMNS.map(([figure]) => counts[figure] ?? 0)]);
    return done({ columns, rows: list, csv: csvOf([columns.map(({ name }) => name), ...list]) });
  },
});

/** With the mark by which spreadsheets know UTF-8; nothing in it needs quotes. */
const csvOf = (lines: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
