import { OWN_HEADERS, ownCells } from './columns';
import { csvLine } from './write-csv';
import type { ItemToWrite, TitleToWrite } from './write-marc';

/** The head of a list, with the mark by which Excel knows UTF-8. */
export const listHeader = (): string => '\ufeff' + csvLine(OWN_HEADERS);

/** A title as lines of a list: one for each copy, one alone when it has none. */
export const listLines = (title: TitleToWrite, items: readonly ItemToWrite[]): string =>
  (items.length > 0 ? items : [null]).map((item) => csvLine(ownCells(title, item))).join('');
