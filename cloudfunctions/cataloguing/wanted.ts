import type { RecordWarning } from '../../typings/contract/imports';
import type { ItemDocument, TitleDocument } from '../documents';
import type { WholeRecord } from '../exchange/read';
import type { RecordToWrite } from './met-before';
import { itemDocuments, sourceOf, titleDocument, type CopyRules } from './record-documents';

/** How the records of a source become titles and copies. */
export interface HowToWrite {
  /** What the records are known by. */
  source: string;
  /** The file is this library's own export: titles keep the ids that stand in it. */
  own: boolean;
  /** What is added is dated so. */
  now: string;
  rules: CopyRules;
}

/** A record with the title that it makes. */
export interface RecordOfTitle {
  read: RecordToWrite;
  /** Where it came from: source and control number. */
  from: string;
  title: TitleDocument;
}

export function recordOfTitle(read: RecordToWrite, { source, own, now }: HowToWrite): RecordOfTitle {
  const from = sourceOf(source, read.title);
  const title = titleDocument(from, read.title, now);
  return { read, from, title: own && read.title.ownId ? { ...title, _id: read.title.ownId } : title };
}

export interface Doubt {
  read: WholeRecord;
  warning: RecordWarning;
}

interface WantedCopy {
  item: ItemDocument;
  read: WholeRecord;
}

/** What the records of a batch ask for, whatever the library has already. */
export interface Wanted {
  titles: Map<string, TitleDocument>;
  /** By their barcodes. */
  copies: Map<string, WantedCopy>;
  doubts: Doubt[];
}

/**
 * Each title once, and each barcode once: of two titles that ask for one the first gets it. `joined`: titles
 * that were merged into others, which get the copies.
 */
export function wantedOf(
  records: readonly RecordOfTitle[],
  joined: ReadonlyMap<string, TitleDocument>,
  { rules, now }: HowToWrite,
): Wanted {
  const wanted: Wanted = { titles: new Map(), copies: new Map(), doubts: [] };
  for (const { read, from, title } of records) {
    const other = joined.get(title._id);
    if (read.titleToo && !other) wanted.titles.set(title._id, title);
    const own = read.copies > 0 ? { ...rules, copies: read.copies } : rules;
    for (const item of itemDocuments(from, read.title, other ?? title, own, now)) {
      const first = wanted.copies.get(item._id);
      if (first && first.item.titleId !== item.titleId)
        wanted.doubts.push({ read, warning: taken(item, first.item.titleId) });
      else wanted.copies.set(item._id, { item, read });
    }
  }
  return wanted;
}

export const taken = ({ _id }: Pick<ItemDocument, '_id'>, titleId: string): RecordWarning => ({
  code: 'barcode_taken',
  barcode: _id,
  titleId,
});
