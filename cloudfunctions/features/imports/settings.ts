import * as v from 'valibot';
import type { ImportSettings } from '../../../typings/contract/imports';
import type { CopyRules } from '../../cataloguing/record-documents';
import type { Library } from '../../documents';
import { COLUMNS } from '../../exchange/columns';
import { ENCODINGS } from '../../exchange/encodings';
import { FORMATS, type ReadOptions } from '../../exchange/read';
import type { Context } from '../../kernel/context';
import { aText, anId } from '../../kernel/validate';

const MOST_COLUMNS = 200;
const MOST_COPIES = 20;

export const readingSchema = {
  format: v.optional(v.picklist(FORMATS, '不支持这种格式')),
  encoding: v.optional(v.picklist(ENCODINGS, '不支持这种编码')),
  columns: v.optional(
    v.pipe(
      v.array(v.union([v.literal(''), v.picklist(COLUMNS)], '没有这种列')),
      v.maxLength(MOST_COLUMNS, `最多 ${MOST_COLUMNS} 列`),
    ),
  ),
};

export const aCopyCount = v.pipe(
  v.number('请填写数字'),
  v.integer('请填写整数'),
  v.minValue(0, '不能少于 0 册'),
  v.maxValue(MOST_COPIES, `最多 ${MOST_COPIES} 册`),
);

export const settingsSchema = {
  ...readingSchema,
  branchId: anId,
  copies: aCopyCount,
  // It becomes part of every record's source, behind which a colon stands.
  source: v.pipe(aText(100), v.regex(/^[^:\p{Cc}]+$/u, '来源名不能含冒号')),
  full: v.boolean(),
};

type HowToRead = Pick<ImportSettings, 'format' | 'encoding' | 'columns'>;

export const readOptions = (
  { format, encoding, columns }: HowToRead,
  { today }: Pick<Context, 'today'>,
): ReadOptions => ({
  thisYear: Number(today.slice(0, 4)),
  ...(format && { format }),
  ...(encoding && { encoding }),
  ...(columns && { columns }),
});

/** Branches by their ids and names; copies of another one go to the chosen one. */
export const copyRules = (
  { branches }: Library,
  { branchId, copies }: Pick<ImportSettings, 'branchId' | 'copies'>,
): CopyRules => ({
  branches: new Map(
    branches.flatMap(({ _id, name }): [string, string][] => [
      [name, _id],
      [_id, _id],
    ]),
  ),
  branch: branchId,
  copies,
});
