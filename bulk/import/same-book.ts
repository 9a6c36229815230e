import { lookedFor, sameBooks, type Book } from '../../cloudfunctions/cataloguing/same-book';
import type { BulkTarget } from '../target';
import { list, type ImportReport } from './report';

const MOST_FOUND = 1000;

/** Shows which titles of a batch are books that are here already, or come twice in it. */
export async function showSameBooks(batch: Book[], target: BulkTarget, report: ImportReport): Promise<void> {
  const { isbns, keys } = lookedFor(batch);
  const found = [
    ...(isbns.length > 0 ? await target.find('titles', { isbns: { $in: isbns } }, MOST_FOUND) : []),
    ...(keys.length > 0 ? await target.find('titles', { keys: { $in: keys } }, MOST_FOUND) : []),
  ] as unknown as Book[];
  for (const pair of sameBooks(batch, found)) list(report, 'duplicates', pair);
}
