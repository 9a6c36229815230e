import type { Output } from '../../lib/call';
import { className } from './class-names';
import { pathOf } from './notation';

interface ClassRow {
  clc: string;
  name: string;
  titles: number;
}
export interface Crumb {
  clc: string;
  name: string;
}
interface ClassView {
  rows: ClassRow[];
  /** How many titles there are, in words. */
  total: string;
  /** What is in no class: told at the top only. */
  note: string;
  [more: string]: unknown;
}

export function classView(under: string, answer: Output<'search.classes'>): ClassView {
  const inClasses = answer.list.reduce((sum, { titles }) => sum + titles, 0);
  const without = under === '' ? answer.titles - inClasses : 0;
  return {
    rows: answer.list.map(({ clc, titles }) => ({ clc, name: className(clc), titles })),
    total: `${answer.titles} 种`,
    note: without > 0 ? `另有 ${without} 种没有分类号` : '',
  };
}

/** The way from the top of the classification down to a class, itself left out. */
export function crumbsOf(clc: string): Crumb[] {
  if (!clc) return [];
  const above = pathOf(clc).slice(0, -1);
  return [{ clc: '', name: '全部分类' }, ...above.map((one) => ({ clc: one, name: className(one) || one }))];
}

/** What a class page is headed with. */
export function headingOf(clc: string): string {
  return clc ? className(clc) || clc : '分类浏览';
}
