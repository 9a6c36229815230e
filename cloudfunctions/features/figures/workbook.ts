import * as v from 'valibot';
import type { FormRow } from '../../../typings/contract/figures';
import type { FigureDocument, Library } from '../../documents';
import { writeXlsx } from '../../exchange/write-xlsx';
import { ALL } from '../../figures/count';
import { between } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { aYear, formOf } from './form';
import { monthParts } from './month-parts';
import { figuresWithin } from './page';
import { COLUMNS } from './rows';

type Rows = (string | number | null)[][];

/** A year in five sheets: the form, months, days, branches by month, classes and categories by month. */
export const workbook = reading('figureDesk.workbook', {
  role: 'manager',
  schema: v.strictObject({ year: aYear }),
  run: async ({ db, library, today }, { year }) => {
    const branchIds = library.branches.map(({ _id }) => _id);
    const [rows, days, months] = await Promise.all([
      formOf(db, branchIds, today, year),
      figuresWithin(db, 'day', `${year}-01-01`, `${year}-12-31`),
      db.find('figures', {
        where: { span: between({ from: `${year}-01`, upTo: `${year}-12` }), kind: 'month' },
        orderBy: [['span', 'asc']],
        limit: 1000,
      }),
    ]);
    const whole = months.filter(({ branchId }) => branchId === ALL);
    const bytes = writeXlsx([
      { name: '文旅基3表', rows: formSheet(rows) },
      { name: '每月', rows: counted('月份', whole) },
      { name: '每天', rows: counted('日期', days) },
      ...partSheets(library, months),
    ]);
    return done({ name: `本馆数字 ${year}.xlsx`, base64: Buffer.from(bytes).toString('base64') });
  },
});

const formSheet = (rows: readonly FormRow[]): Rows => [
  ['项目', '单位', '数值', '怎么来的'],
  ...rows.map(({ name, unit, value, how }) => [name, unit, value, how]),
];

const counted = (span: string, figures: readonly FigureDocument[]): Rows => [
  [span, ...COLUMNS.map(([, name]) => name)],
  ...figures.map((each) => [each.span, ...COLUMNS.map(([figure]) => each.counts[figure] ?? 0)]),
];

/** Branches, and categories and classes as far as they may be told, month by month. */
const partSheets = (library: Library, months: readonly FigureDocument[]) => {
  const parts = [...new Set(months.map(({ span }) => span))].map((span) => ({
    span,
    ...monthParts(
      library,
      months.filter((each) => each.span === span),
    ),
  }));
  const branches: Rows = parts.flatMap(({ span, byBranch }) =>
    byBranch.map(({ name, loans, returns }) => [span, name, loans, returns]),
  );
  const kinds: Rows = parts.flatMap(({ span, byCategory, byClass }) => [
    ...byCategory.map(({ name, loans }) => [span, '读者类型', name, loans]),
    ...byClass.map(({ clc, loans }) => [span, '中图法大类', clc || '其他', loans]),
  ]);
  return [
    { name: '各馆', rows: [['月份', '馆', '借出', '还回'], ...branches] },
    { name: '读者类型和类目', rows: [['月份', '分法', '名称', '借出'], ...kinds] },
  ];
};
