import { squeeze } from '../../cloudfunctions/search/fold';
import { titleKey } from '../../cloudfunctions/search/keys';
import type { TitleDocument } from '../../cloudfunctions/documents';
import type { BulkTarget } from '../../local/cloud/bulk';
import { list, type Duplicate, type ImportReport } from './report';

type Known = Pick<TitleDocument, '_id' | 'title' | 'contributors' | 'year' | 'isbns'>;

const MOST_FOUND = 1000;

/**
 * Shows which titles of a batch are books that are here already, or come twice in it: by ISBN, or by folded title, first author
 * and year. Volumes of a set often share an ISBN, so that nothing is joined without somebody looking.
 */
export async function showSameBooks(
  batch: TitleDocument[],
  target: BulkTarget,
  report: ImportReport,
): Promise<void> {
  const isbns = batch.flatMap((title) => title.isbns);
  const exact = batch.filter((title) => editionOf(title) !== '').map(({ title }) => titleKey(title));
  const found = [
    ...(isbns.length > 0 ? await target.find('titles', { isbns: { $in: isbns } }, MOST_FOUND) : []),
    ...(exact.length > 0 ? await target.find('titles', { keys: { $in: exact } }, MOST_FOUND) : []),
  ] as unknown as TitleDocument[];
  const byKey = new Map<string, Known[]>();
  const own = new Set(batch.map(({ _id }) => _id));
  const others = new Map(found.filter(({ _id }) => !own.has(_id)).map((title) => [title._id, title]));
  for (const title of [...others.values(), ...batch])
    for (const key of keysOf(title)) byKey.set(key, [...(byKey.get(key) ?? []), title]);
  const told = new Set<string>();
  for (const title of batch) {
    for (const key of keysOf(title)) {
      for (const other of byKey.get(key) ?? []) {
        const pair = [title._id, other._id].sort().join('|');
        // Of two titles that both come later, the second one's batch tells.
        if (other._id === title._id || told.has(pair)) continue;
        told.add(pair);
        list(report, 'duplicates', duplicate(title, other));
      }
    }
  }
}

const keysOf = (title: Known): string[] => [
  ...title.isbns.map((isbn) => `isbn ${isbn}`),
  ...(editionOf(title) === '' ? [] : [editionOf(title)]),
];

/** A title alone is no edition: 英语 and Annual report are many books. */
function editionOf({ title, contributors, year }: Known): string {
  const author = squeeze(contributors[0]?.name ?? '');
  return author === '' || year === 0 ? '' : `${squeeze(title)}|${author}|${year}`;
}

function duplicate(title: Known, other: Known): Duplicate {
  const shared = title.isbns.some((isbn) => other.isbns.includes(isbn));
  const named = squeeze(title.title) === squeeze(other.title);
  return {
    titleId: title._id,
    title: title.title,
    otherId: other._id,
    otherTitle: other.title,
    why: shared ? (named ? 'same ISBN and title' : 'same ISBN') : 'same title, author and year',
  };
}
