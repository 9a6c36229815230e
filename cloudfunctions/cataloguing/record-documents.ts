import { newItem } from '../circulation/new-item';
import type { ItemDocument, TitleDocument } from '../documents';
import type { ImportedTitle } from '../exchange/facts';
import { cleanScan } from '../kernel/scan';
import { keysOfTitle } from '../search/keys';
import { joinedTitle } from './joined-title';
import { digest } from './record-key';
import { factsOf } from './title-facts';
import { recordOf } from './title-record';

export interface CopyRules {
  /** Branches by their ids, names and the codes of the source; a copy of another one goes to `branch`. */
  branches: ReadonlyMap<string, string>;
  branch: string;
  /** Copies made for a record that names none. */
  copies: number;
}

/**
 * Where a record came from: the file (or the name given to it) and its control number. The same record leads
 * to the same documents.
 */
export const sourceOf = (file: string, title: ImportedTitle): string => `${file}:${title.control}`;

export const titleIdOf = (source: string): string => `imp-${digest(source).slice(0, 20)}`;

export function titleDocument(source: string, title: ImportedTitle, now: string): TitleDocument {
  return {
    _id: titleIdOf(source),
    ...recordOf(title),
    also: title.also,
    keys: keysOfTitle(title),
    addedAt: now,
    popularity: 0,
    source,
  };
}

export function itemDocuments(
  source: string,
  title: ImportedTitle,
  record: TitleDocument,
  rules: CopyRules,
  now: string,
): ItemDocument[] {
  const named = title.copies.filter(({ barcode }) => cleanScan(barcode) !== '');
  const given = named.length > 0;
  const copies = given
    ? named
    : Array.from({ length: rules.copies }, (_, n) => ({
        barcode: madeBarcode(source, n + 1),
        branch: '',
        shelf: '',
        callNumber: '',
        itemType: '',
        price: 0,
      }));
  return copies.map(({ barcode, branch, shelf, callNumber, itemType, price }) => {
    const branchId = rules.branches.get(branch) ?? rules.branch;
    return newItem({
      _id: cleanScan(barcode),
      titleId: record._id,
      title: factsOf(record),
      itemType: itemType || title.itemType,
      homeBranchId: branchId,
      shelf,
      callNumber: callNumber || title.callNumber,
      price: price || title.price,
      changedAt: now,
      source,
    });
  });
}

/**
 * "IM", ten letters and digits from the record's source, the number of the copy: the same every time,
 * scannable, never like a real one.
 */
function madeBarcode(source: string, copy: number): string {
  const number = BigInt(`0x${digest(source).slice(20, 36)}`) % 36n ** 10n;
  return `IM${number.toString(36).toUpperCase().padStart(10, '0')}${String(copy).padStart(2, '0')}`;
}

/** What the catalogue and the desks have made of a title stays; what the record says wins. */
export const keepTitle = (record: TitleDocument, stored: TitleDocument): TitleDocument => ({
  ...stored,
  ...record,
  addedAt: stored.addedAt,
  popularity: stored.popularity,
});

/**
 * Our own export does not know where a title once came from: that stays. A list of another hand may leave out
 * other forms.
 */
export const keepOwnTitle = (record: TitleDocument, stored: TitleDocument): TitleDocument => ({
  ...keepTitle(record, stored),
  source: stored.source,
  also: record.also.length > 0 ? record.also : stored.also,
});

/** A title that others were joined to keeps their ISBNs and what its own record lacks. */
export const keepGrownTitle = (record: TitleDocument, stored: TitleDocument): TitleDocument => ({
  ...joinedTitle(record, stored),
  popularity: stored.popularity,
});

/** A copy that is in use keeps its whole life; only what the record says of it changes. */
export const keepItem = (record: ItemDocument, stored: ItemDocument): ItemDocument => ({
  ...stored,
  titleId: record.titleId,
  title: record.title,
  itemType: record.itemType,
  callNumber: record.callNumber,
  price: record.price,
  shelf: record.shelf || stored.shelf,
});
