import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newItem } from '../../cloudfunctions/circulation/new-item';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import { keysOfTitle } from '../../cloudfunctions/search/keys';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import { importFiles } from '../import/index';
import { memoryTarget } from '../memory-target';
import { EXPORT_FORMATS, exportCatalogue, type ExportFormat } from './index';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Texts as a record has them: no blanks at their ends, none doubled. Bars and semicolons part the names of a
 * list.
 */
const aText = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...'红楼梦三体é一的人abcXYZ 09.,:()[]「」—-/=+"\'&<>𠀀'), { maxLength })
    .map((list) => list.join('').replace(/\s+/g, ' ').trim());
const someText = (maxLength: number) => aText(maxLength).map((text) => text || '书');
const aWord = fc.constantFrom(
  '甲',
  '曹雪芹',
  'Jane Austen',
  'Smith, John',
  "Ministère de l'agriculture, de la pêche",
  '张译',
);

const aTitle: fc.Arbitrary<Omit<TitleDocument, '_id' | 'keys'>> = fc.record({
  title: someText(30),
  subtitle: aText(20),
  also: fc.constantFrom([], ['hong lou meng'], ['石头记', 'Dream of the Red Chamber : a novel']),
  kind: fc.constantFrom(
    'book' as const,
    'serial' as const,
    'music' as const,
    'map' as const,
    'audio' as const,
    'video' as const,
    'picture' as const,
    'electronic' as const,
    'other' as const,
  ),
  contributors: fc.uniqueArray(
    fc.record({ name: aWord, role: fc.constantFrom('著', '译', '', '校注', '口述') }),
    { maxLength: 4, selector: ({ name }) => name },
  ),
  publisher: aText(12),
  year: fc.constantFrom(0, 1644, 1998, 2026),
  isbns: fc.subarray(['9787020002207', '9780306406157', '9783161484100']),
  clc: fc.constantFrom('', 'I242.4', 'TP312'),
  callNumber: fc.constantFrom('I242.4/15', 'TP312 /3'),
  language: fc.constantFrom('', 'chi', 'eng'),
  subjects: fc.uniqueArray(fc.constantFrom('长篇小说—中国—清代', '小说', 'Egypt (region ; island)'), {
    maxLength: 3,
  }),
  summary: aText(60),
  addedAt: fc.constant('2026-01-02T00:00:00.000Z'),
  popularity: fc.constant(0),
  source: fc.constant('old.iso:1'),
});
const aCopy = fc.record({
  itemType: fc.constantFrom('book', 'children', 'textbook'),
  homeBranchId: fc.constantFrom('main', 'children'),
  shelf: fc.constantFrom('', '三楼 A-12'),
  callNumber: fc.constantFrom('I242.4/15', 'I242.4/15 :2'),
  price: fc.constantFrom(0, 5970, 100),
});
type Copies = { itemType: string; homeBranchId: string; shelf: string; callNumber: string; price: number }[];
const aLibrary = fc.array(fc.tuple(aTitle, fc.array(aCopy, { maxLength: 3 })), {
  minLength: 1,
  maxLength: 8,
});

async function stocked(library: [Omit<TitleDocument, '_id' | 'keys'>, Copies][]) {
  const memory = memoryTarget();
  const titles = library.map(([title], n): TitleDocument => ({
    ...title,
    _id: `t${n}`,
    keys: keysOfTitle(title),
  }));
  const items = library.flatMap(([, copies], n) =>
    copies.map((copy, c) =>
      newItem({
        ...copy,
        _id: `B${n}-${c}`,
        titleId: `t${n}`,
        title: factsOf(titles[n]!),
        changedAt: '2026-01-02T00:00:00.000Z',
        source: 'desk',
      }),
    ),
  );
  await memory.target.upsert(
    'titles',
    titles.map((title) => ({ ...title })),
  );
  await memory.target.upsert(
    'items',
    items.map((item) => ({ ...item })),
  );
  return memory;
}

const told = (memory: ReturnType<typeof memoryTarget>) => ({
  titles: (memory.list('titles') as unknown as TitleDocument[]).map(
    ({ addedAt: _, source: __, ...title }) => title,
  ),
  items: (memory.list('items') as unknown as ItemDocument[])
    .map(({ changedAt: _, source: __, ...item }) => item)
    .sort((a, b) => (a._id < b._id ? -1 : 1)),
});

test.each(EXPORT_FORMATS)(
  '%s: what was exported comes back as it was, and into the same library changes nothing',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(aLibrary, async (library) => {
        const memory = await stocked(library);
        const path = join(folder, `all.${format}`);
        const report = await exportCatalogue(path, format, memory.target);
        expect([report.titles, report.items]).toEqual([library.length, memory.list('items').length]);
        const copy = memoryTarget();
        const came = await importFiles([path], { own: true }, copy.target);
        expect(came.broken).toEqual([]);
        expect(told(copy)).toEqual(told(memory));
        const again = await importFiles([path], { own: true, duplicates: false }, memory.target);
        expect([again.titles.unchanged, again.titles.changed, again.titles.added]).toEqual([
          library.length,
          0,
          0,
        ]);
        expect([again.items.changed, again.items.added]).toEqual([0, 0]);
      }),
      { numRuns: 60, seed: 20261123 },
    );
  },
);

const one: Parameters<typeof stocked>[0] = [
  [
    {
      title: '红楼梦',
      subtitle: '',
      also: [],
      kind: 'book',
      contributors: [{ name: '曹雪芹', role: '著' }],
      publisher: '人民文学出版社',
      year: 1996,
      isbns: ['9787020002207'],
      clc: 'I242.4',
      callNumber: 'I242.4/15',
      language: 'chi',
      subjects: [],
      summary: '',
      addedAt: '2026-01-02T00:00:00.000Z',
      popularity: 3,
      source: 'old.iso:1',
    },
    [{ itemType: 'book', homeBranchId: 'main', shelf: '', callNumber: 'I242.4/15', price: 5970 }],
  ],
];

const exported = async (format: ExportFormat) => {
  const path = join(folder, `one.${format}`);
  await exportCatalogue(path, format, (await stocked(one)).target);
  return readFileSync(path, 'utf8');
};

test('MARC 21: language and date stand where other systems look for them, the length is right', async () => {
  const text = await exported('marc21');
  const record = Buffer.from(text);
  expect(Number(text.slice(0, 5))).toBe(record.length);
  expect(text.slice(9, 10)).toBe('a');
  const fixed = text.split('\u001e').find((field) => field.startsWith('260102s1996'))!;
  expect([fixed.length, fixed.slice(35, 38)]).toEqual([40, 'chi']);
  expect(text).toContain('\u001fp'.concat('B0-0'));
});

test('CNMARC: 200 with its authors, 690, 905 with barcode and call number', async () => {
  const text = await exported('cnmarc');
  expect(text).toContain('1 \u001fa红楼梦\u001ff曹雪芹著');
  expect(text).toContain('\u001faI242.4\u001e');
  expect(text).toContain('\u001famain\u001fbB0-0\u001fsI242.4/15');
});

test('as a record of another library an export makes a title of its own', async () => {
  const path = join(folder, 'foreign.mrc');
  await exportCatalogue(path, 'marc21', (await stocked(one)).target);
  const memory = memoryTarget();
  await importFiles([path], {}, memory.target);
  expect(memory.list('titles').map(({ _id }) => String(_id).slice(0, 4))).toEqual(['imp-']);
});

test('a title with more copies than ISO 2709 can hold is told, not cut', async () => {
  const copies: Copies = Array.from({ length: 2500 }, () => one[0]![1][0]!);
  const memory = await stocked([[one[0]![0], copies]]);
  const report = await exportCatalogue(join(folder, 'long.mrc'), 'marc21', memory.target);
  expect([report.titles, report.tooLong]).toEqual([0, ['t0 红楼梦']]);
  expect((await exportCatalogue(join(folder, 'long.csv'), 'csv', memory.target)).items).toBe(2500);
});
