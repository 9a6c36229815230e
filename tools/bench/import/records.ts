import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { memoryTarget } from '../../../bulk/memory-target';
import type { ItemDocument, TitleDocument } from '../../../cloudfunctions/documents';
import { writeIso2709 } from '../../../cloudfunctions/exchange/write-iso2709';
import { marcOf } from '../../../cloudfunctions/exchange/write-marc';
import { seedDemo } from '../../../demo/seed';

/**
 * Titles of the demo library with the beginnings and ends of others, each with its own number, ISBN and two
 * copies.
 */
export async function writeRecords(path: string, count: number): Promise<void> {
  const { demoTitles } = await demoLibrary();
  const file = createWriteStream(path);
  for (let n = 0; n < count; n++) {
    const own = demoTitles[n % demoTitles.length]!;
    const other = demoTitles[(n * 7 + Math.floor(n / demoTitles.length)) % demoTitles.length]!;
    const title: TitleDocument = {
      ...own,
      _id: `b${n}`,
      title: `${own.title}${other.title} ${n}`,
      isbns: [isbnOf(n)],
      source: 'bench',
    };
    const items = [1, 2].map((c) => ({ ...plainItem, _id: `BENCH${n}-${c}` }));
    const record = marcOf(title, items, 'cnmarc');
    // As another library would write it: without our own mark.
    const bytes = writeIso2709({ ...record, fields: record.fields.filter(({ tag }) => tag !== '003') });
    if (bytes && !file.write(bytes)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

const plainItem: Pick<ItemDocument, 'homeBranchId' | 'shelf' | 'callNumber' | 'price' | 'itemType'> = {
  homeBranchId: 'main',
  shelf: '',
  callNumber: 'I247/1',
  price: 4500,
  itemType: 'book',
};

function isbnOf(n: number): string {
  const body = `9787${String(n).padStart(8, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return body + String((10 - (sum % 10)) % 10);
}

async function demoLibrary(): Promise<{ demoTitles: TitleDocument[] }> {
  const memory = memoryTarget();
  const files = { upload: async (place: string) => `cloud://bench/${place}` };
  await seedDemo(memory.target, files, new Date('2026-11-22T02:00:00.000Z'), () => undefined);
  return { demoTitles: memory.list('titles') as unknown as TitleDocument[] };
}
