import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { sourceOfBytes } from '../../cloudfunctions/exchange/bytes';
import { faultText } from '../../cloudfunctions/exchange/fault-text';
import { marcRecord } from '../../cloudfunctions/exchange/marc-builder';
import { readRecords, type WholeRecord, type Read } from '../../cloudfunctions/exchange/read';
import { Unreadable } from '../../cloudfunctions/exchange/unreadable';

/** Files that are spoilt at random, and what must hold of every file whatever its bytes. */

const chinese = marcRecord(
  [
    ['001', 'CN1'],
    ['010', '  ', 'a7-02-000220-X', 'b精装', 'dCNY59.70'],
    ['100', '  ', 'a20020204d1996    em y0chiy50      ea'],
    ['200', '1 ', 'a红楼梦', 'Ahong lou meng', 'h上册', 'i金陵十二钗', 'f曹雪芹著'],
    ['210', '  ', 'a北京', 'c人民文学出版社', 'd1996'],
    ['690', '  ', 'aI242.4'],
    ['701', ' 0', 'a曹雪芹', '4著'],
    ['905', '  ', 'aMAIN', 'b10000001', 'sI242.4/15'],
  ],
  { leader: 'nam0 22' },
);
const western = marcRecord([
  ['001', 'M1'],
  ['008', '940511s1993    cc       b    000 0 chi d'],
  ['020', '  ', 'a7800685039 (pbk.)'],
  ['100', '1 ', '6880-01', 'aXu, Zhixiang.'],
  ['245', '10', '6880-02', 'aLun yu ming ju shang xi /', 'cXu Zhixiang bian zhu.'],
  ['852', '  ', 'bmain', 'pB1', 'hB222'],
  ['880', '1 ', '6100-01/$1', 'a徐志祥.'],
  ['880', '10', '6245-02/$1', 'a论语名句赏析 /', 'c徐志祥编著.'],
]);
/** In MARC-8: a diacritic before its letter, Chinese by escape, Cyrillic. */
const marc8 = marcRecord([
  ['001', 'M8'],
  ['245', '10', 'aCafXX \u001b$1!0!!0"\u001b(B \u001b(NABC\u001b(B'],
]);
marc8.set([0xe2, 0x65], marc8.indexOf('XX'));
const xml = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?><collection xmlns="http://www.loc.gov/MARC21/slim"><record>' +
    '<leader>00000nam a2200000 a 4500</leader><controlfield tag="001">x1</controlfield>' +
    '<datafield tag="245" ind1="1" ind2="0"><subfield code="a">围城 &amp; 其他</subfield></datafield></record></collection>',
);
const csv = Buffer.from(
  '书名,作者,出版年,ISBN,条码\n围城,钱锺书著,1991.2,7-02-000220-X,30000001\n"三体,一",刘慈欣,,,\n',
);
const xlsx = Buffer.from(
  zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8('<sst><si><t>书名</t></si><si><t>围城</t></si></sst>'),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>年</t></is></c></row>' +
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>1947</v></c></row></sheetData></worksheet>',
    ),
  }),
);

export const wholeFiles: Record<string, Buffer> = {
  chinese,
  western,
  marc8,
  xml,
  csv,
  xlsx,
  gb18030: Buffer.concat([marcRecord([['001', 'g']]), Buffer.from([0xce, 0xa7, 0xb3, 0xc7, 0x1d])]),
  several: Buffer.concat([chinese, western, Buffer.from('\r\n'), chinese]),
};

/**
 * One change of a file; places and sizes are shares of its length, so that they fit whatever was changed
 * before.
 */
type Mutation =
  | { kind: 'set'; at: number; byte: number }
  | { kind: 'insert'; at: number; bytes: Uint8Array }
  | { kind: 'delete'; at: number; count: number }
  | { kind: 'repeat'; at: number; count: number; times: number }
  | { kind: 'cut'; at: number };

const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Bytes that mean something to one of the formats are tried more often. */
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(
    0x1b,
    0x1d,
    0x1e,
    0x1f,
    0x22,
    0x26,
    0x2c,
    0x30,
    0x39,
    0x3c,
    0x3e,
    0x0a,
    0x24,
    0x80,
    0xe0,
    0xfe,
    0xff,
  ),
);

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('set' as const), at: share, byte }),
    fc.record({
      kind: fc.constant('insert' as const),
      at: share,
      bytes: fc.array(byte, { maxLength: 12 }).map((list) => Uint8Array.from(list)),
    }),
    fc.record({ kind: fc.constant('delete' as const), at: share, count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({
      kind: fc.constant('repeat' as const),
      at: share,
      count: fc.integer({ min: 1, max: 60 }),
      times: fc.integer({ min: 1, max: 50 }),
    }),
    fc.record({ kind: fc.constant('cut' as const), at: share }),
  ),
  { minLength: 1, maxLength: 6 },
);

export const spoil = (file: Buffer, changes: Mutation[]): Buffer => changes.reduce(change, Buffer.from(file));

function change(file: Buffer, mutation: Mutation): Buffer {
  const at = Math.floor(mutation.at * file.length);
  const [before, after] = [file.subarray(0, at), file.subarray(at)];
  switch (mutation.kind) {
    case 'set':
      return Buffer.concat([before, Buffer.from([mutation.byte]), after.subarray(1)]);
    case 'insert':
      return Buffer.concat([before, mutation.bytes, after]);
    case 'delete':
      return Buffer.concat([before, after.subarray(mutation.count)]);
    case 'repeat':
      return Buffer.concat([
        before,
        ...Array<Buffer>(mutation.times).fill(after.subarray(0, mutation.count)),
        after,
      ]);
    case 'cut':
      return before;
  }
}

/** No file of this size may take more of the processor's time. */
const MOST_MILLISECONDS = 3000;
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * What is wrong with how a file is read; "" when all is well. A file may be refused, but only by saying why.
 */
export async function faultIn(file: Buffer): Promise<string> {
  const began = processorMs();
  const reads: Read[] = [];
  try {
    for await (const read of readRecords(sourceOfBytes(file), { thisYear: 2026 })) reads.push(read);
  } catch (error) {
    if (!(error instanceof Unreadable)) return `thrown: ${(error as Error).stack}`;
    if (error.message.trim() === '') return 'refused without a reason';
  }
  const took = processorMs() - began;
  if (took > MOST_MILLISECONDS) return `took ${took.toFixed(0)} ms of the processor`;
  return reads.map(faultOf).find((fault) => fault !== '') ?? '';
}

function faultOf(read: Read, n: number): string {
  if (read.number !== n + 1) return `record ${n + 1} has the number ${read.number}`;
  if ('broken' in read) return faultText(read.broken) === '' ? 'broken without a reason' : '';
  if ('deleted' in read) return '';
  return faultOfTitle(read);
}

function faultOfTitle({ title }: WholeRecord): string {
  const texts = [
    title.title,
    title.subtitle,
    title.publisher,
    title.clc,
    title.callNumber,
    title.summary,
    ...title.subjects,
  ];
  if (title.title.trim() === '') return 'an empty title';
  if (title.control === '') return 'a record without anything to know it by';
  if (texts.some((text) => /[\p{Cc}\p{Cs}]/u.test(text)))
    return `control characters in ${JSON.stringify(texts)}`;
  if (!Number.isInteger(title.year) || title.year < 0 || title.year > 2027) return `the year ${title.year}`;
  if (title.isbns.some((isbn) => !/^97[89]\d{10}$/.test(isbn))) return `the ISBNs ${title.isbns.join()}`;
  if (!Number.isSafeInteger(title.price) || title.price < 0) return `the price ${title.price}`;
  if (title.copies.some(({ barcode }) => barcode === '' || /\s/.test(barcode)))
    return 'a copy with a strange barcode';
  return '';
}
