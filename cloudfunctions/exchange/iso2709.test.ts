import { faultText } from './fault-text';
import fc from 'fast-check';
import { readIso2709 } from './iso2709';
import type { ReadRecord } from './marc';
import { assemble, marcRecord } from './marc-builder';

jest.setTimeout(60_000);

/** Files come in pieces, from a disk or an upload. */
const PIECE = 1000;

async function read(...parts: (Buffer | string)[]): Promise<ReadRecord[]> {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  };
  const records: ReadRecord[] = [];
  for await (const record of readIso2709(pieces())) records.push(record);
  return records;
}

const good = marcRecord([
  ['001', 'k1'],
  ['245', '10', 'a围城 /', 'c钱锺书著'],
]);
const reasonOf = (record: ReadRecord | undefined) =>
  record && 'broken' in record ? faultText(record.broken) : undefined;

/** The good record with some bytes of it replaced. */
const spoilt = (at: number, bytes: string) => {
  const copy = Buffer.from(good);
  copy.write(bytes, at, 'latin1');
  return copy;
};

test('reads control fields, indicators and subfields', async () => {
  const [record] = await read(good);
  expect(record).toEqual({
    number: 1,
    offset: 0,
    warnings: [],
    record: {
      leader: expect.stringMatching(/^000\d\dnam a22/),
      fields: [
        { tag: '001', data: 'k1', indicators: '', subfields: [] },
        {
          tag: '245',
          data: '',
          indicators: '10',
          subfields: [
            { code: 'a', value: '围城 /' },
            { code: 'c', value: '钱锺书著' },
          ],
        },
      ],
    },
  });
});

test('a mark at the head, line ends between records and at the end are no records', async () => {
  const records = await read('\ufeff', good, '\r\n', good, '\n\u001a');
  expect(records.map(({ number, offset }) => [number, offset])).toEqual([
    [1, 3],
    [2, 3 + good.length + 2],
  ]);
  expect(records.every((record) => 'record' in record)).toBe(true);
});

test.each<[string, Buffer, RegExp]>([
  ['a length that is no number', spoilt(0, 'abcde'), /record length is "abcde"/],
  ['a base address that is no number', spoilt(12, '00x40'), /base address is "00x40"/],
  ['a base address outside', spoilt(12, '99999'), /base address 99999 lies outside/],
  [
    'a base address inside the directory',
    spoilt(12, '00030'),
    /directory does not end before the base address 30/,
  ],
  ['a directory entry that is none', spoilt(27, 'xx'), /directory: entry "001xx0300000"/],
  ['a field that reaches too far', spoilt(27, '9999'), /field 001 ends at byte \d+, after/],
  ['a field without its terminator', spoilt(27, '0002'), /field 001 does not end with a field terminator/],
  ['a stub', Buffer.from('00012nam\u001d'), /only 8 bytes/],
  [
    'bytes that are not UTF-8',
    assemble(
      ['245'],
      [Buffer.concat([Buffer.from('10\u001fa'), Buffer.from([0xce, 0xa7, 0xb3, 0xc7, 0x1e])])],
    ),
    /field 245: not valid UTF-8/,
  ],
])('%s breaks its record alone', async (_, bytes, reason) => {
  const records = await read(good, bytes, good);
  expect(records).toHaveLength(3);
  expect(reasonOf(records[1])).toMatch(reason);
  expect(records[1]).toMatchObject({ number: 2, offset: good.length });
  expect([reasonOf(records[0]), reasonOf(records[2])]).toEqual([undefined, undefined]);
});

test('a file that ends inside a record says so', async () => {
  const records = await read(good, good.subarray(0, 60));
  expect(reasonOf(records[1])).toBe('the file ends inside the record (no record terminator)');
});

test('a file of anything else is one broken record, not a crash, and is not held in memory', async () => {
  const records = await read(Buffer.alloc(3_000_000, 'x'));
  expect(records).toHaveLength(1);
  expect(reasonOf(records[0])).toBeDefined();
});

test('a record without end before a good one is broken and the next one after it is read', async () => {
  const records = await read(Buffer.alloc(600_000, 'y'), '\u001d', good);
  expect(reasonOf(records[0])).toMatch(/without a record terminator|record length/);
  expect(records[1]).toMatchObject({ number: 2, offset: 600_001, record: expect.anything() });
});

test('a wrong length in the leader harms nothing while the directory is right', async () => {
  const [record] = await read(spoilt(0, '99999'));
  expect(reasonOf(record)).toBeUndefined();
});

test('records longer than the pieces the file comes in are read whole', async () => {
  const long = marcRecord([
    ['001', 'k2'],
    ['245', '10', 'a长'],
    ...Array.from({ length: 9 }, (): ['520', string, string] => ['520', '  ', `a${'摘要'.repeat(1500)}`]),
  ]);
  const records = await read(...Array.from({ length: 12 }, () => long));
  expect(records).toHaveLength(12);
  expect(records.every((record) => 'record' in record && record.record.fields.length === 11)).toBe(true);
});

test('whatever bytes stand between two records, the reader ends and still gives the first and the last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
      const records = await read(good, Buffer.from(noise), '\u001d', good);
      expect([reasonOf(records[0]), reasonOf(records.at(-1))]).toEqual([undefined, undefined]);
      expect(records.at(-1)!.offset).toBe(good.length + noise.length + 1);
    }),
    { numRuns: 200 },
  );
});

test('a record with any one byte changed is read or told broken, and the next one is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 2), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
      const copy = Buffer.from(good);
      copy[at] = byte;
      const records = await read(copy, good);
      expect(reasonOf(records.at(-1))).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
