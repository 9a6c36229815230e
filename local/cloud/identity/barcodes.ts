import type { Database } from '../database/engine/database';
import type { Document } from '../database/engine/records';

/** Something the scan panel offers to scan. */
export interface Barcode {
  group: string;
  code: string;
  label: string;
}

const MOST_ADDITIONS = 40;

/** The demo library's barcodes and, after them, the cards and copies that came since. */
export function withAdditions(known: readonly Barcode[], database: Database): Barcode[] {
  const codes = new Set(known.map(({ code }) => code));
  const cards = newest(database, 'readers', 'joinedAt', (reader) => !codes.has(String(reader['cardNumber'])));
  const copies = newest(database, 'items', 'changedAt', (item) => !codes.has(String(item['_id'])));
  return [
    ...known,
    ...cards.map(({ cardNumber, name }) => ({
      group: '新办的读者证',
      code: String(cardNumber),
      label: String(name),
    })),
    ...copies.map((item) => ({
      group: '其他图书',
      code: String(item['_id']),
      label: titleOf(database, item),
    })),
  ];
}

function newest(
  database: Database,
  name: string,
  by: string,
  isNew: (document: Document) => boolean,
): Document[] {
  if (!database.catalog.find(name)) return [];
  return database
    .find(name, { criteria: {}, order: [[by, -1]] })
    .filter(isNew)
    .slice(0, MOST_ADDITIONS);
}

function titleOf(database: Database, item: Document): string {
  const [title] = database.catalog.find('titles')
    ? database.find('titles', { criteria: { _id: item['titleId'] } })
    : [];
  return `《${String(title?.['title'] ?? item['titleId'])}》`;
}
