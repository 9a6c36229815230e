import * as v from 'valibot';
import type { SearchFilters } from '../../../typings/contract/search';
import { anId } from '../../kernel/validate';
import type { Filters } from '../../search/find/filters';
import { TITLE_KINDS } from '../../exchange/title-kind';

const aYear = v.pipe(v.number(), v.integer(), v.minValue(1, '年份不对'), v.maxValue(9999, '年份不对'));
export const aQuery = v.pipe(v.string(), v.maxLength(200, '最多 200 个字'));
export const aClass = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9.\-/]{0,20}$/, '分类号格式不对'));

/** Schema entries of what the reader wants only. */
export const filterEntries = {
  branchId: v.optional(anId),
  onShelfOnly: v.optional(v.boolean()),
  clc: v.optional(aClass),
  fromYear: v.optional(aYear),
  toYear: v.optional(aYear),
  language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{3}$/, '语种代码是三个小写字母'))),
  kind: v.optional(v.picklist(TITLE_KINDS)),
};

/** What of it the engine can tell; the shelf is asked of the database. */
export const engineFilters = ({ branchId, onShelfOnly: _, ...rest }: SearchFilters): Filters => ({
  ...rest,
  ...(branchId && { branch: branchId }),
});
