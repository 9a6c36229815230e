import * as v from 'valibot';

/** Rows of one page of a list. */
export const PAGE_SIZE = 20;

/** Where a page starts: how many rows came before, as the answer's `next` said. */
export const aPageStart = v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/, '分页位置不对')));
export const startOf = (after: string | undefined): number => Number(after ?? 0);

/** Cuts a page off rows that were read one longer than a page, and says where the next one starts. */
export const pageOf = <T>(rows: T[], start = 0, size = PAGE_SIZE): { list: T[]; next?: string } =>
  rows.length > size ? { list: rows.slice(0, size), next: String(start + size) } : { list: rows };
