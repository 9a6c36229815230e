import type { RecordFault, RecordWarning } from '../../typings/contract/imports';
import type { ItemDocument, TitleDocument } from '../documents';
import type { Found } from '../exchange/read';
import { itemDocuments, sourceOf, titleDocument, type CopyRules } from './record-documents';

export interface ToWrite extends Found {
  /** False for a further copy of a title that the same file has told already. */
  titleToo: boolean;
}

/** A record with the title that it makes. */
export interface Told {
  found: ToWrite;
  /** Where it came from: source and control number. */
  from: string;
  title: TitleDocument;
}

export function toldOf(found: ToWrite, source: string, now: string, own = false): Told {
  const from = sourceOf(source, found.title);
  const title = titleDocument(from, found.title, now);
  return { found, from, title: own && found.title.ownId ? { ...title, _id: found.title.ownId } : title };
}

export interface PlannedCopy {
  item: ItemDocument;
  found: Found;
}

export type Doubt = (found: Found, warning: RecordWarning) => void;

/**
 * The copies that the records of a batch ask for, each barcode once; one that another title of the batch has is left out.
 * `joined`: titles that were merged into others, which get the copies.
 */
export function plannedCopies(
  told: readonly Told[],
  joined: ReadonlyMap<string, TitleDocument>,
  rules: CopyRules,
  now: string,
  doubt: Doubt,
): PlannedCopy[] {
  const planned = new Map<string, PlannedCopy>();
  for (const { found, from, title } of told) {
    const own = found.copies > 0 ? { ...rules, copies: found.copies } : rules;
    for (const item of itemDocuments(from, found.title, joined.get(title._id) ?? title, own, now)) {
      const other = planned.get(item._id);
      if (other && other.item.titleId !== item.titleId) doubt(found, taken(item, other.item.titleId));
      else planned.set(item._id, { item, found });
    }
  }
  return [...planned.values()];
}

/** Those whose barcode is free, or is this title's already. */
export function freeCopies(
  planned: readonly PlannedCopy[],
  stored: ReadonlyMap<string, Pick<ItemDocument, 'titleId'>>,
  doubt: Doubt,
): ItemDocument[] {
  return planned.flatMap(({ item, found }) => {
    const other = stored.get(item._id);
    if (!other || other.titleId === item.titleId) return [item];
    doubt(found, taken(item, other.titleId));
    return [];
  });
}

const taken = ({ _id }: ItemDocument, titleId: string): RecordWarning => ({
  code: 'barcode_taken',
  barcode: _id,
  titleId,
});

/** The text of plain data with its keys in order: a database may give them back in another one. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/**
 * A list often has a line for every copy; a MARC file has a record once. `before`: the number under which the same control number
 * was met, 0 for never.
 */
export function metBefore(read: Found, before: number): ToWrite | { broken: RecordFault } {
  if (before === 0) return { ...read, titleToo: true };
  const isList = read.format === 'csv' || read.format === 'xlsx';
  if (isList && read.title.copies.length > 0) return { ...read, titleToo: false };
  return { broken: { code: 'same_record', number: before, control: read.title.control } };
}
