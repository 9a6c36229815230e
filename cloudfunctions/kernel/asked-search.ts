import * as v from 'valibot';
import type { TitleKind } from '../../typings/contract/title-record';
import { anId } from './validate';

/** Every kind of title: one that is missing does not compile. */
const KINDS: Record<TitleKind, true> = {
  book: true,
  serial: true,
  music: true,
  map: true,
  audio: true,
  video: true,
  picture: true,
  electronic: true,
  other: true,
};
const isKind = (kind: string): kind is TitleKind => Object.hasOwn(KINDS, kind);

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
  kind: v.optional(v.picklist(Object.keys(KINDS).filter(isKind))),
};
