import type { ImportedCopy } from './facts';
import { all, values, type MarcField, type MarcRecord } from './marc';
import { clean, readPrice } from './values';

/**
 * Where copies stand in a record: a field, and the subfields that hold what. Several codes: the first that is
 * there.
 */
export interface CopyMap {
  tag: string;
  /** A copy for each of these; a field without one is no copy. */
  barcode: string;
  branch?: string;
  shelf?: string;
  /** Parts of the call number, joined by a blank. */
  callNumber?: string;
  price?: string;
  itemType?: string;
}

/** 852 of the standard; 905 as Chinese libraries write it; 876, 952 and 995 of other systems. */
export const MARC21_COPIES: CopyMap[] = [
  { tag: '852', barcode: 'p', branch: 'ba', shelf: 'c', callNumber: 'hi', price: '9', itemType: 'y' },
  { tag: '876', barcode: 'p', branch: 'ba', shelf: 'l', price: 'c' },
  { tag: '905', barcode: 'b', branch: 'a', shelf: 'c', callNumber: 's', price: '9', itemType: 'y' },
  { tag: '952', barcode: 'p', branch: 'ba', shelf: 'c', callNumber: 'o', price: 'g', itemType: 'y' },
];

export const CNMARC_COPIES: CopyMap[] = [
  { tag: '905', barcode: 'b', branch: 'a', shelf: 'c', callNumber: 's', price: '9', itemType: 'y' },
  { tag: '852', barcode: 'p', branch: 'ba', shelf: 'c', callNumber: 'j', price: '9', itemType: 'y' },
  { tag: '995', barcode: 'f', branch: 'bc', shelf: 'e', callNumber: 'k' },
  { tag: '952', barcode: 'p', branch: 'ba', shelf: 'c', callNumber: 'o', price: 'g', itemType: 'y' },
];

/** Reads a map as it is written on a command line: "949 barcode=i branch=l callNumber=ab". */
export function readCopyMap(text: string): CopyMap {
  const [tag = '', ...parts] = text.trim().split(/\s+/);
  const map = Object.fromEntries(parts.map((part) => part.split('=', 2) as [string, string]));
  const known = ['barcode', 'branch', 'shelf', 'callNumber', 'price', 'itemType'];
  const strange = Object.entries(map).find(([name, codes]) => !known.includes(name) || !codes);
  if (!/^[0-9A-Za-z]{3}$/.test(tag) || strange || !map.barcode)
    throw new Error(`a copy map is a tag and subfields, "949 barcode=i branch=l callNumber=ab", not ${text}`);
  return { ...map, tag, barcode: map.barcode };
}

/** The copies of a record. A barcode that stands in two kinds of field (852 and 876) is one copy. */
export function copiesOf(record: MarcRecord, maps: CopyMap[]): ImportedCopy[] {
  const copies = new Map<string, ImportedCopy>();
  for (const map of maps)
    for (const field of all(record, map.tag))
      for (const copy of copiesIn(field, map)) {
        const before = copies.get(copy.barcode);
        copies.set(copy.barcode, before ? { ...before, price: before.price || copy.price } : copy);
      }
  return [...copies.values()];
}

function copiesIn(field: MarcField, map: CopyMap): ImportedCopy[] {
  const firstOf = (codes = '') => clean([...codes].flatMap((code) => values(field, code))[0] ?? '');
  const callNumber = [...(map.callNumber ?? '')].flatMap((code) => values(field, code)).map(clean);
  return [...map.barcode]
    .flatMap((code) => values(field, code))
    .map(clean)
    .filter((barcode) => barcode !== '')
    .map((barcode) => ({
      barcode,
      branch: firstOf(map.branch),
      shelf: firstOf(map.shelf),
      callNumber: callNumber.filter(Boolean).join(' ') || callNumber905(field),
      itemType: firstOf(map.itemType),
      price: readPrice(firstOf(map.price)),
    }));
}

/** In 905 the call number may stand in two parts: the class and what follows it. */
export function callNumber905(field: MarcField | undefined): string {
  if (field?.tag !== '905') return '';
  const shelved = clean(values(field, 's')[0] ?? '');
  if (shelved) return shelved;
  const parts = [values(field, 'd')[0] ?? '', values(field, 'e')[0] ?? values(field, 'f')[0] ?? ''];
  return parts.map(clean).filter(Boolean).join('/');
}
