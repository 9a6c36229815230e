import { paged } from '../../lib/screen/paged';
import { titleRow } from './list-view';

/** The titles of a list, as its readers have it and as the desk does. */
export const titlesForReaders = paged(
  'lists.page',
  ({ list }, today) => list.map((row) => titleRow(row, today)),
  { keep: true },
);
export const titlesAtDesk = paged('listDesk.page', ({ list }, today) =>
  list.map((row) => titleRow(row, today)),
);
