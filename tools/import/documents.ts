import { createHash } from 'node:crypto';
import { newItem } from '../../cloudfunctions/circulation/new-item';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import { termsOfTitle } from '../../cloudfunctions/search/terms';
import { factsOf } from '../../cloudfunctions/views/titles';
import type { ImportedTitle } from './facts';

export interface CopyRules {
  /** Branches that exist; a copy whose source names another one goes to `branch`. */
  branches: ReadonlySet<string>;
  branch: string;
  /** Copies made for a record that names none. */
  copies: number;
}

/** Where a record came from: the file (or the name given to it) and its control number. The same record leads to the same documents. */
export const sourceOf = (file: string, title: ImportedTitle): string => `${file}:${title.control}`;

export function titleDocument(source: string, title: ImportedTitle, now: string): TitleDocument {
  return {
    _id: `imp-${digest(source).slice(0, 20)}`,
    title: title.title,
    subtitle: title.subtitle,
    contributors: title.contributors,
    publisher: title.publisher,
    year: title.year,
    isbns: title.isbns,
    clc: title.clc,
    callNumber: title.callNumber,
    language: title.language,
    subjects: title.subjects,
    summary: title.summary,
    terms: termsOfTitle(title),
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
  const given = title.copies.length > 0;
  const copies = given
    ? title.copies
    : Array.from({ length: rules.copies }, (_, n) => ({
        barcode: madeBarcode(source, n + 1),
        branch: '',
        shelf: '',
        callNumber: '',
      }));
  return copies.map(({ barcode, branch, shelf, callNumber }) => {
    const branchId = rules.branches.has(branch) ? branch : rules.branch;
    return newItem({
      _id: barcode,
      titleId: record._id,
      title: factsOf(record),
      itemType: title.itemType,
      homeBranchId: branchId,
      shelf,
      callNumber: callNumber || title.callNumber,
      price: title.price,
      changedAt: now,
      source,
    });
  });
}

/** "IM", ten letters and digits from the record's source, the number of the copy: the same every time, scannable, never like a real one. */
function madeBarcode(source: string, copy: number): string {
  const number = BigInt(`0x${digest(source).slice(20, 36)}`) % 36n ** 10n;
  return `IM${number.toString(36).toUpperCase().padStart(10, '0')}${String(copy).padStart(2, '0')}`;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** What the catalogue and the desks have made of a title stays; what the record says wins. */
export const keepTitle = (record: TitleDocument, stored: TitleDocument): TitleDocument => ({
  ...stored,
  ...record,
  addedAt: stored.addedAt,
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
