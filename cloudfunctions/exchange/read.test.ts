import { strToU8, zipSync } from 'fflate';
import { sourceOfBytes } from './bytes';
import { readCopyMap } from './holdings';
import { assemble, marcRecord, type FieldSpec } from './marc-builder';
import { countRecords, rowsAtHead, readRecords, type WholeRecord, type Read, type ReadOptions } from './read';

async function read(file: Buffer | string, options: Partial<ReadOptions> = {}): Promise<Read[]> {
  const reads: Read[] = [];
  const pieces = async function* () {
    const bytes = Buffer.from(file);
    for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
  };
  for await (const each of readRecords({ open: pieces }, { thisYear: 2026, ...options })) reads.push(each);
  return reads;
}
const titles = (reads: Read[]) => reads.flatMap((each) => ('title' in each ? [each.title] : []));
const cnmarc = { leader: 'nam0 22' };

describe('MARCXML', () => {
  const record = (title: string, more = '') =>
    `<record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">${title}</controlfield>` +
    `<datafield tag="245" ind1="1" ind2="0"><subfield code="a">${title}</subfield></datafield>${more}</record>`;
  const file = (...records: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n${records.join('\n')}</collection>`;

  it('is read, with entities, in pieces that end anywhere', async () => {
    const reads = await read(file(...Array.from({ length: 40 }, (_, n) => record(`三体 &amp; 第${n}部`))));
    expect(titles(reads).map(({ title }) => title)).toEqual(
      Array.from({ length: 40 }, (_, n) => `三体 & 第${n}部`),
    );
  });

  it('may have prefixes, and stand inside the records of an OAI-PMH answer', async () => {
    const own = record('围城').replace(
      /<(\/?)(record|leader|controlfield|datafield|subfield)/g,
      '<$1marc:$2',
    );
    const oai = `<OAI-PMH><ListRecords><record><header/><metadata>${own}</metadata></record></ListRecords></OAI-PMH>`;
    expect(titles(await read(oai)).map(({ title }) => title)).toEqual(['围城']);
  });

  it('that is not well formed breaks one record, which is put aside as it stands', async () => {
    const bad = record('坏').replace('</subfield>', '</wrong>');
    const text = file(record('一'), bad, record('二'));
    const reads = await read(text);
    expect(titles(reads).map(({ title }) => title)).toEqual(['一', '二']);
    const broken = reads[1]!;
    expect(broken).toMatchObject({
      number: 2,
      broken: { code: 'xml', detail: expect.stringMatching(/wrong|tag/) },
    });
    expect(Buffer.from('raw' in broken ? broken.raw : []).toString()).toBe(bad);
    expect(broken.offset).toBe(Buffer.from(text).indexOf(bad));
  });

  it('in GB18030 is read by its declaration; in an unknown encoding it is refused', async () => {
    const text = file(record('XX')).replace('UTF-8', 'GB2312');
    const bytes = Buffer.from(text.replaceAll('XX', '\u00ce\u00a7\u00b3\u00c7'), 'latin1');
    expect(titles(await read(bytes)).map(({ title }) => title)).toEqual(['围城']);
    await expect(read(text.replace('GB2312', 'EBCDIC'))).rejects.toThrow('an encoding that is not read');
  });

  it('that ends too soon says so', async () => {
    const reads = await read(file(record('一'), record('二')).slice(0, -60));
    expect(reads.map((each) => ('broken' in each ? each.broken.code : ''))).toEqual(['', 'file_ends']);
  });
});

describe('an Excel workbook', () => {
  const cell = (place: string, value: string, rest = '') => `<c r="${place}"${rest}><v>${value}</v></c>`;
  const workbook = (rows: string, more: Record<string, string> = {}) =>
    Buffer.from(
      zipSync(
        Object.fromEntries(
          Object.entries({
            'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
            'xl/workbook.xml':
              '<workbook><sheets><sheet name="馆藏" sheetId="1" r:id="rId1"/></sheets></workbook>',
            'xl/_rels/workbook.xml.rels':
              '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
            'xl/styles.xml':
              '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
              '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
            'xl/sharedStrings.xml':
              '<sst><si><t>书名</t></si><si><t>出版日期</t></si><si><t>ISBN</t></si><si><r><t>围</t></r><r><t>城</t></r>' +
              '<rPh sb="0" eb="1"><t>wei</t></rPh></si><si><t>条码</t></si></sst>',
            ...more,
          }).map(([name, text]) => [name, strToU8(text)]),
        ),
      ),
    );
  const header = `<row r="1">${['A', 'B', 'C', 'D'].map((column, n) => cell(`${column}1`, String([0, 1, 2, 4][n]), ' t="s"')).join('')}</row>`;

  it('gives texts, dates, long numbers and rich texts as its sheet shows them', async () => {
    const rows = `${header}<row r="2">${cell('A2', '3', ' t="s"')}${cell('B2', '17258', ' s="1"')}${cell('C2', '9.787020002207E12')}${cell('D2', '10000001')}</row><row r="5">${'<c r="A5" t="inlineStr"><is><t>三体</t></is></c>'}${cell('B5', '39448', ' s="2"')}</row>`;
    const reads = await read(workbook(rows));
    expect(titles(reads)).toMatchObject([
      { title: '围城', year: 1947, isbns: ['9787020002207'], copies: [{ barcode: '10000001' }] },
      { title: '三体', year: 2008, copies: [] },
    ]);
    expect(reads.map(({ offset }) => offset)).toEqual([2, 5]);
  });

  it('that is damaged, or an old .xls, is refused with the reason', async () => {
    await expect(read(workbook(header).subarray(0, 300))).rejects.toThrow(/workbook/);
    await expect(read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('save it as .xlsx or CSV');
  });
});

test('columns can be named, by header or by place', async () => {
  const list = '书名全称,甲,乙\n围城,B1,钱锺书\n';
  await expect(read(list)).rejects.toThrow('the header has no column of titles: 书名全称, 甲, 乙');
  const reads = await read(list, { columns: { title: '书名全称', barcode: '#2', author: '乙' } });
  expect(titles(reads)).toMatchObject([
    { title: '围城', contributors: [{ name: '钱锺书' }], copies: [{ barcode: 'B1' }] },
  ]);
  await expect(read(list, { columns: { title: '没有' } })).rejects.toThrow(
    'there is no column 没有 for title',
  );
});

test('what Excel saves as Unicode text, and lists with semicolons, are lists', async () => {
  const tabs = Buffer.from('\ufeff书名\t作者\r\n围城\t钱锺书\r\n', 'utf16le');
  expect(titles(await read(tabs))).toMatchObject([{ title: '围城' }]);
  expect(titles(await read('title;author\nEmma;Jane Austen\n'))).toMatchObject([{ title: 'Emma' }]);
});

describe('copies', () => {
  const withCopies = (...fields: FieldSpec[]) =>
    marcRecord([['001', 'k'], ['200', '1 ', 'a围城'], ['210', '  ', 'd1991'], ...fields], cnmarc);

  it('of 905, each field with its own call number and price', async () => {
    const [title] = titles(
      await read(
        withCopies(
          ['905', '  ', 'aMAIN', 'b1', 'b2', 'dI246.5', 'e3'],
          ['905', '  ', 'aKIDS', 'b3', 'sI246.5/4', '9CNY20.00'],
        ),
      ),
    );
    expect(
      title!.copies.map(({ barcode, branch, callNumber, price }) => [barcode, branch, callNumber, price]),
    ).toEqual([
      ['1', 'MAIN', 'I246.5/3', 0],
      ['2', 'MAIN', 'I246.5/3', 0],
      ['3', 'KIDS', 'I246.5/4', 2000],
    ]);
  });

  it('of a field of one’s own', async () => {
    const map = readCopyMap('949 barcode=i branch=l callNumber=ab price=p');
    const [title] = titles(
      await read(withCopies(['949', '  ', 'i77', 'lwest', 'aI246.5', 'b3', 'p18.00元']), {
        copiesFrom: [map],
      }),
    );
    expect(title!.copies).toEqual([
      { barcode: '77', branch: 'west', shelf: '', callNumber: 'I246.5 3', itemType: '', price: 1800 },
    ]);
    expect(() => readCopyMap('949 colour=x')).toThrow('a copy map is a tag and subfields');
  });
});

test('a volume is told with its number and name, in their order', async () => {
  const reads = await read(
    Buffer.concat([
      marcRecord(
        [
          ['001', '1'],
          ['200', '1 ', 'a资治通鉴', 'h第一册', 'i周纪', 'e全本'],
          ['210', '  ', 'd1956'],
        ],
        cnmarc,
      ),
      marcRecord([
        ['001', '2'],
        ['245', '10', 'aHistory.', 'nPart 2,', 'pThe middle ages.'],
      ]),
    ]),
  );
  expect(titles(reads).map(({ title }) => title)).toEqual([
    '资治通鉴 第一册 周纪',
    'History. Part 2 The middle ages',
  ]);
});

test('a record that its library deleted is no title and no fault', async () => {
  const [deleted] = await read(
    marcRecord(
      [
        ['001', 'gone'],
        ['245', '10', 'aGone'],
      ],
      { leader: 'dam a22' },
    ),
  );
  expect(deleted).toMatchObject({ deleted: { control: 'gone', title: 'Gone' } });
});

describe('the encoding of MARC', () => {
  const inGb = (control: string) =>
    assemble(
      ['001', '200', '210'],
      [
        Buffer.from(`${control}\u001e`),
        Buffer.from('1 \u001fa\u00ce\u00a7\u00b3\u00c7\u001e', 'latin1'),
        Buffer.from('  \u001fd1991\u001e'),
      ],
      'nam0 22',
    );

  it('is told by the file and can be settled by hand', async () => {
    expect(titles(await read(Buffer.concat([inGb('1'), inGb('2')]))).map(({ title }) => title)).toEqual([
      '围城',
      '围城',
    ]);
    const reads = await read(inGb('1'), { encoding: 'utf-8' });
    expect(reads).toMatchObject([{ broken: { code: 'field_encoding', tag: '200', encoding: 'utf-8' } }]);
    expect(Buffer.from((reads[0] as { raw: Uint8Array }).raw).equals(inGb('1'))).toBe(true);
  });

  it('of one record may differ: its leader says UTF-8', async () => {
    const own = marcRecord([
      ['001', '3'],
      ['245', '10', 'a三体'],
    ]);
    const reads = await read(Buffer.concat([inGb('1'), inGb('2'), own]));
    expect((reads as WholeRecord[]).map(({ title }) => title.title)).toEqual(['围城', '围城', '三体']);
  });

  it('MARC-8 is read, and what its tables do not know is told', async () => {
    const body = Buffer.from('10\u001fa\u001b$1!0!~~~\u001b(B\u001e', 'latin1');
    const [title] = titles(await read(assemble(['001', '245'], [Buffer.from('m\u001e'), body], 'nam  22')));
    expect(title).toMatchObject({
      title: '一〓',
      warnings: [{ code: 'unknown_characters', encoding: 'marc-8' }],
    });
  });
});

test('a source is read from its beginning each time', async () => {
  const source = sourceOfBytes(Buffer.from('title\nEmma\n'));
  for (let times = 0; times < 2; times++) {
    const reads: Read[] = [];
    for await (const each of readRecords(source, { thisYear: 2026 })) reads.push(each);
    expect(reads).toHaveLength(1);
  }
});

describe('reading that goes on where it stopped', () => {
  const options = { thisYear: 2026 };
  const marc = Buffer.concat(
    ['一', '二', '三', '四'].map((title, n) =>
      marcRecord([
        ['001', `k${n}`],
        ['245', '10', `a${title}`],
      ]),
    ),
  );
  const xml = Buffer.from(
    ['一', '二', '三', '四']
      .map(
        (title) => `<record><datafield tag="245"><subfield code="a">${title}</subfield></datafield></record>`,
      )
      .join('\n'),
  );
  const list = Buffer.from('题名,作者\n一,甲\n二,乙\n三\n四,丁\n');

  it.each([
    ['ISO 2709', Buffer.concat([marc, Buffer.from('\n'), marc.subarray(0, 30)]), 5],
    ['MARCXML', xml, 4],
    ['a list', list, 4],
  ])(
    '%s: from every record on it gives what a whole reading gives there, and it counts the same',
    async (_, bytes, count) => {
      const source = sourceOfBytes(bytes);
      const whole: Read[] = [];
      for await (const each of readRecords(source, options)) whole.push(each);
      expect(whole).toHaveLength(count);
      expect(await countRecords(source, {})).toBe(count);
      for (const [done, next] of whole.entries()) {
        const rest: Read[] = [];
        for await (const each of readRecords(source, options, { number: done, offset: next.offset }))
          rest.push(each);
        expect(rest).toEqual(whole.slice(done));
      }
    },
  );
});

test('columns may be settled one by one, in the place of their headers', async () => {
  const source = sourceOfBytes(Buffer.from('a,b,题名\n一,甲,x\n'));
  const reads: Read[] = [];
  for await (const each of readRecords(source, { thisYear: 2026, columns: ['title', 'author', ''] }))
    reads.push(each);
  expect(titles(reads)).toMatchObject([{ title: '一', contributors: [{ name: '甲' }] }]);
  expect(await rowsAtHead(source, {}, 2)).toEqual([
    ['a', 'b', '题名'],
    ['一', '甲', 'x'],
  ]);
});

test.each([
  ['a PDF', '%PDF-1.7\n', 'no_records'],
  ['a picture', '\u0089PNG\r\n', 'no_records'],
  ['an old workbook', '\u00d0\u00cf\u0011\u00e0', 'old_excel'],
])('%s is refused with its reason', async (_, begin, code) => {
  await expect(countRecords(sourceOfBytes(Buffer.from(begin, 'latin1')), {})).rejects.toMatchObject({
    fault: { code },
  });
});

test('a workbook that is locked with a password says so', async () => {
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  await expect(countRecords(sourceOfBytes(locked), {})).rejects.toMatchObject({
    fault: { code: 'password' },
  });
});
