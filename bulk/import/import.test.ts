import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import { NOTHING_LIVE } from '../../cloudfunctions/search/find/live-part';
import { searchMerged } from '../../cloudfunctions/search/find/merged';
import { buildIndex } from '../../cloudfunctions/search/index/build';
import { openIndex } from '../../cloudfunctions/search/index/open';
import { titleForIndex } from '../../cloudfunctions/search/index/title-for-index';
import { formatReport, importFiles, type ImportOptions } from './index';
import { marcRecord, type FieldSpec } from '../../cloudfunctions/exchange/marc-builder';
import { memoryTarget } from '../memory-target';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, ...parts: (Buffer | string)[]) => {
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part))));
  return path;
};

async function bringIn(paths: string[], options: ImportOptions = {}, memory = memoryTarget()) {
  const report = await importFiles(paths, options, memory.target);
  return {
    report,
    memory,
    titles: memory.list('titles') as unknown as TitleDocument[],
    items: memory.list('items') as unknown as ItemDocument[],
  };
}

async function oneTitle(fields: FieldSpec[], leader?: string): Promise<TitleDocument> {
  const { titles } = await bringIn([file('one.mrc', marcRecord(fields, leader ? { leader } : {}))]);
  expect(titles).toHaveLength(1);
  return titles[0]!;
}

const finds = (title: TitleDocument, text: string) => {
  const index = openIndex(buildIndex([titleForIndex(title, [])]));
  return searchMerged(index, NOTHING_LIVE, { text }).total === 1;
};

const cnmarc: FieldSpec[] = [
  ['001', 'CN0001'],
  ['010', '  ', 'a7-02-000220-X', 'b精装', 'dCNY赠90.00'],
  ['100', '  ', 'a20020204d1996    em y0chiy50      ea'],
  ['101', '0 ', 'achi'],
  ['200', '1 ', 'a红楼梦', 'Ahong lou meng', 'e脂砚斋评本', 'f曹雪芹著'],
  ['210', '  ', 'a北京', 'c人民文学出版社', 'd`1996'],
  ['606', '0 ', 'a长篇小说', 'y中国', 'z清代'],
  ['690', '  ', 'aI242.4', 'v4'],
  ['701', ' 0', 'a曹雪芹', 'ACao Xueqin', '4著'],
  ['702', ' 0', 'a俞平伯', '4校注'],
  ['905', '  ', 'aYXL', 'b10000001', 'b10000002', 'dI242.4', 'e15', 'sI242.4/15'],
];

test('CNMARC: title, authors with roles, dirty year and price, class, call number and copies', async () => {
  const { titles, items, report } = await bringIn([
    file('cn.iso', marcRecord(cnmarc, { leader: 'nam0 22' })),
  ]);
  expect(report.files).toEqual([{ file: 'cn.iso', format: 'cnmarc', records: 1 }]);
  expect(titles[0]).toMatchObject({
    title: '红楼梦',
    subtitle: '脂砚斋评本',
    contributors: [
      { name: '曹雪芹', role: '著' },
      { name: '俞平伯', role: '校注' },
    ],
    publisher: '人民文学出版社',
    year: 1996,
    isbns: ['9787020002207'],
    clc: 'I242.4',
    callNumber: 'I242.4/15',
    language: 'chi',
    subjects: ['长篇小说—中国—清代'],
    source: 'cn.iso:CN0001',
  });
  expect(items.map(({ _id, price, branchId, status }) => [_id, price, branchId, status])).toEqual([
    ['10000001', 9000, 'main', 'available'],
    ['10000002', 9000, 'main', 'available'],
  ]);
  for (const text of ['红楼梦', '紅樓夢 曹雪芹', 'hong lou meng', 'cao xueqin', '7-02-000220-X', '俞平伯']) {
    expect([text, finds(titles[0]!, text)]).toEqual([text, true]);
  }
});

test('MARC 21: the vernacular of 880 is shown, the romanised form is still found', async () => {
  const title = await oneTitle([
    ['001', 'm1'],
    ['008', '940511s1993    cc       b    000 0 chi d'],
    ['020', '  ', 'a7800685039 (平装) :', 'c$5.65'],
    ['100', '1 ', '6880-01', 'aXu, Zhixiang.'],
    ['245', '10', '6880-02', 'aLun yu ming ju shang xi /', 'cXu Zhixiang bian zhu.'],
    ['260', '  ', '6880-04', 'aBeijing :', 'bHong qi chu ban she,', 'c1993.'],
    ['880', '1 ', '6100-01/$1', 'a徐志祥.'],
    ['880', '10', '6245-02/$1', 'a论语名句赏析 /', 'c徐志祥编著.'],
    ['880', '  ', '6260-04/$1', 'a北京 :', 'b红旗出版社,', 'c1993.'],
  ]);
  expect(title).toMatchObject({
    title: '论语名句赏析',
    publisher: '红旗出版社',
    year: 1993,
    language: 'chi',
  });
  expect(title.contributors[0]!.name).toBe('徐志祥');
  for (const text of ['论语名句', 'lun yu ming ju', 'Xu Zhixiang', '徐志祥'])
    expect([text, finds(title, text)]).toEqual([text, true]);
});

test('MARC 21: names in direct order, roles from codes, subtitle and parts, several ISBNs with qualifiers', async () => {
  const title = await oneTitle([
    ['001', 'm2'],
    ['020', '  ', 'a0-306-40615-2 (pbk.)'],
    ['020', '  ', 'a978-3-16-148410-0 (hardback)'],
    ['020', '  ', 'a978-3-16-148410-1'],
    ['050', '00', 'aPR4034', 'b.P7 1993'],
    ['100', '1 ', 'aAusten, Jane,', 'd1775-1817.'],
    ['245', '10', 'aPride & prejudice.', 'nVolume 2,', 'pThe wedding :', 'ba novel /', 'cJane Austen.'],
    ['260', '  ', 'aLondon :', 'bPenguin,', 'cc1998.'],
    ['700', '1 ', 'aWang, Keyi,', '4trl'],
    ['700', '12', 'aAusten, Jane.', 'tEmma.'],
  ]);
  expect(title).toMatchObject({
    title: 'Pride & prejudice. Volume 2 The wedding',
    subtitle: 'a novel',
    contributors: [
      { name: 'Jane Austen', role: '著' },
      { name: 'Keyi Wang', role: '译' },
    ],
    isbns: ['9780306406157', '9783161484100'],
    year: 1998,
    callNumber: 'PR4034 .P7 1993',
  });
});

test('a record without an added entry takes its authors from the statement of responsibility', async () => {
  const title = await oneTitle(
    [
      ['001', 'm3'],
      ['200', '1 ', 'a西游记', 'f(明) 吴承恩著', 'g黄永年, 黄寿成点校'],
      ['210', '  ', 'c中华书局', 'd2005'],
    ],
    'nam0 22',
  );
  expect(title.contributors[0]).toEqual({ name: '吴承恩', role: '著' });
  expect(title.contributors.map(({ name }) => name)).toContain('黄永年');
});

test('a second run changes nothing, and copies in use keep their life', async () => {
  const path = file(
    'again.iso',
    marcRecord(cnmarc, { leader: 'nam0 22' }),
    marcRecord([
      ['001', 'x'],
      ['245', '10', 'aOther'],
    ]),
  );
  const { memory, items, titles } = await bringIn([path]);
  const lent = {
    ...items[0]!,
    status: 'on_loan',
    loan: { loanId: 'l1', readerId: 'r1' },
    branchId: 'children',
    changedAt: '2027-01-01T00:00:00.000Z',
  };
  await memory.target.upsert('items', [lent]);
  await memory.target.upsert('titles', [{ ...titles[0]!, popularity: 7 }]);
  memory.written.documents = 0;
  const { report } = await bringIn([path], { now: new Date('2030-05-05T00:00:00Z') }, memory);
  expect(report.titles).toEqual({ added: 0, changed: 0, unchanged: 2 });
  expect(report.items).toEqual({ added: 0, changed: 0, unchanged: 3 });
  expect(memory.written.documents).toBe(0);
});

test('a record that changed in its file is changed, its age and popularity stay', async () => {
  const path = file('changes.iso', marcRecord(cnmarc, { leader: 'nam0 22' }));
  const { memory, titles } = await bringIn([path], { now: new Date('2026-01-01T00:00:00Z') });
  await memory.target.upsert('titles', [{ ...titles[0]!, popularity: 7 }]);
  file(
    'changes.iso',
    marcRecord(
      cnmarc.map((field) => (field[0] === '210' ? ['210', '  ', 'c作家出版社', 'd1999'] : field)),
      { leader: 'nam0 22' },
    ),
  );
  const after = await bringIn([path], { now: new Date('2026-02-02T00:00:00Z') }, memory);
  expect(after.report.titles).toEqual({ added: 0, changed: 1, unchanged: 0 });
  expect(after.titles[0]).toMatchObject({
    publisher: '作家出版社',
    year: 1999,
    popularity: 7,
    addedAt: '2026-01-01T00:00:00.000Z',
  });
});

test('records that are broken, empty or twice in the file are told by number, the others come in', async () => {
  const good = marcRecord([
    ['001', 'a'],
    ['245', '10', 'aFirst'],
  ]);
  const { report, titles } = await bringIn([
    file(
      'bad.mrc',
      good,
      'nonsense\u001d',
      marcRecord([
        ['001', 'b'],
        ['500', '  ', 'ano title'],
      ]),
      good,
      marcRecord([
        ['001', 'c'],
        ['245', '10', 'aLast'],
      ]),
    ),
  ]);
  expect(titles.map(({ title }) => title)).toEqual(['First', 'Last']);
  expect(report.broken.map(({ number }) => number)).toEqual([2, 3, 4]);
  expect(report.broken[2]!.reason).toMatch(/same record as number 1/);
  expect(formatReport(report)).toMatch(/broken {2}3\n {2}bad\.mrc record 2 at \d+: only 8 bytes/);
});

test('a barcode that belongs to another title is left out and told', async () => {
  const first = file('p.iso', marcRecord(cnmarc, { leader: 'nam0 22' }));
  const { memory } = await bringIn([first]);
  const second = file(
    'q.iso',
    marcRecord(
      cnmarc.map((field) => (field[0] === '001' ? ['001', 'OTHER'] : field)),
      { leader: 'nam0 22' },
    ),
  );
  const { report } = await bringIn([second], {}, memory);
  expect(report.titles.added).toBe(1);
  expect(report.items.added).toBe(0);
  expect(report.warnings.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/barcode 10000001 belongs to imp-/),
    expect.stringMatching(/barcode 10000002 belongs to imp-/),
  ]);
});

test('copies and branch can be chosen; a branch that does not exist is refused', async () => {
  const path = file(
    'copies.mrc',
    marcRecord([
      ['001', 'z'],
      ['245', '10', 'aBook'],
    ]),
  );
  const { items } = await bringIn([path], { copies: 3, branch: 'children' });
  expect(items).toHaveLength(3);
  expect(
    items.every(({ branchId, _id }) => branchId === 'children' && /^IM[0-9A-Z]{10}0[123]$/.test(_id)),
  ).toBe(true);
  await expect(bringIn([path], { branch: 'moon' })).rejects.toThrow(
    'there is no branch moon; there are main, children',
  );
});

test('a list of Chinese headers: roles, class, several copies of a title in several lines', async () => {
  const csv = [
    '\ufeff书名,作者,译者,出版社,出版日期,ISBN,分类号,索书号,条码号,馆藏地,定价',
    '百年孤独,(哥) 加西亚·马尔克斯,范晔,南海出版公司,2011-6,978-7-02-000220-7,I775.4,I775.4/1,20000001,children,39.50元',
    '百年孤独,(哥) 加西亚·马尔克斯,范晔,南海出版公司,2011-6,978-7-02-000220-7,I775.4,I775.4/1,20000002,main,39.50元',
    '"围城, 新版",钱锺书著,,人民文学出版社,1991.2,7-02-000220-1,I246.5,,,,',
    ',无名氏,,,,,,,,,',
    '列数不对,甲',
  ].join('\n');
  const { titles, items, report } = await bringIn([file('list.csv', csv)]);
  expect(titles).toHaveLength(2);
  expect(titles[0]).toMatchObject({
    title: '百年孤独',
    contributors: [
      { name: '加西亚·马尔克斯', role: '著' },
      { name: '范晔', role: '译' },
    ],
    year: 2011,
    clc: 'I775.4',
  });
  expect(titles[1]).toMatchObject({
    title: '围城, 新版',
    contributors: [{ name: '钱锺书', role: '著' }],
    year: 1991,
    isbns: [],
  });
  expect(
    items
      .filter(({ titleId }) => titleId === titles[0]!._id)
      .map(({ _id, branchId, price }) => [_id, branchId, price]),
  ).toEqual([
    ['20000001', 'children', 3950],
    ['20000002', 'main', 3950],
  ]);
  expect(report.broken.map(({ number, reason }) => [number, reason])).toEqual([
    [4, 'no title'],
    [5, '2 columns, the header has 11'],
  ]);
  expect(report.warnings).toHaveLength(1);
});

test('lines of one title that disagree are settled by the first, and a second run still changes nothing', async () => {
  const path = file('lines.csv', '题名,作者,摘要,条码\n围城,钱锺书,甲,30000001\n围城,钱锺书,乙,30000002\n');
  const { memory, titles, report } = await bringIn([path]);
  expect(titles.map(({ summary }) => summary)).toEqual(['甲']);
  expect([report.titles.added, report.items.added]).toEqual([1, 2]);
  const again = await bringIn([path], {}, memory);
  expect(again.report.titles).toEqual({ added: 0, changed: 0, unchanged: 1 });
  expect(again.report.items).toEqual({ added: 0, changed: 0, unchanged: 2 });
});

test('a format asked for refuses records of the other', async () => {
  const path = file(
    'mixed.iso',
    marcRecord(cnmarc, { leader: 'nam0 22' }),
    marcRecord([
      ['001', 'y'],
      ['245', '10', 'aBook'],
    ]),
  );
  const { report, titles } = await bringIn([path], { format: 'cnmarc' });
  expect(titles.map(({ title }) => title)).toEqual(['红楼梦']);
  expect(report.broken.map(({ reason }) => reason)).toEqual(['this is marc21, not cnmarc']);
});

test('a list without titles is refused; a quote without end leaves what came before', async () => {
  await expect(bringIn([file('strange.csv', 'a,b\n1,2\n')])).rejects.toThrow(
    'the header has no column of titles: a, b',
  );
  const { report, titles } = await bringIn([file('quote.csv', 'title,author\nOne,A\n"Two,B\nThree,C\n')]);
  expect(titles.map(({ title }) => title)).toEqual(['One']);
  expect(report.broken[0]!.reason).toMatch(/CSV_QUOTE_NOT_CLOSED/);
});

test('a list in GB18030 is read; asked for as UTF-8 it is told row by row', async () => {
  const gb = Buffer.concat([Buffer.from('title\n'), Buffer.from([0xce, 0xa7, 0xb3, 0xc7, 0x0a])]);
  expect((await bringIn([file('gb.csv', gb)])).titles.map(({ title }) => title)).toEqual(['围城']);
  const { report, titles } = await bringIn([file('gb.csv', gb)], { encoding: 'utf-8' });
  expect(titles).toEqual([]);
  expect(report.broken).toHaveLength(1);
});

test('no write is larger than five hundred documents', async () => {
  const rows = Array.from({ length: 1201 }, (_, n) => `书${n},作者${n},4`);
  const { memory, report } = await bringIn([file('many.csv', `题名,作者,复本\n${rows.join('\n')}\n`)]);
  expect(report.titles.added).toBe(1201);
  expect(report.items.added).toBe(4804);
  expect(memory.written.largest).toBeLessThanOrEqual(500);
});

test('broken lines of a list are put aside under its header, so that they can be mended and imported', async () => {
  const path = file('lines.csv', '书名,作者,ISBN\n围城,钱锺书,\n,无名,\n三体,刘慈欣,,多一格\n');
  const { report } = await bringIn([path], { aside: join(folder, 'aside') });
  const [{ aside } = { aside: undefined }] = report.files;
  expect(aside).toMatch(/lines\.broken\.csv$/);
  expect(readFileSync(aside!, 'utf8').replace('\ufeff', '')).toBe(
    '书名,作者,ISBN\r\n,无名,\r\n三体,刘慈欣,,多一格\r\n',
  );
});

test('search is told of every title that was added, changed or got a copy, and of nothing a second time', async () => {
  const list = (name: string, copies: string) => file(name, `记录号,题名,条码\n1,围城,${copies}\n2,三体,\n`);
  const first = await bringIn([list('told.csv', 'T1')], { copies: 0 });
  const told = () =>
    first.memory
      .list('titleChanges')
      .map(({ _id }) => String(_id))
      .sort();
  expect(told()).toEqual(first.titles.map(({ _id }) => _id).sort());
  const forget = async () => {
    const changes = first.memory.list('titleChanges');
    await first.memory.target.upsert(
      'titleChanges',
      changes.map((change) => ({ ...change, at: '' })),
    );
  };
  const anew = () => first.memory.list('titleChanges').filter(({ at }) => at !== '');
  await forget();
  await bringIn([list('told.csv', 'T1')], { copies: 0 }, first.memory);
  expect(anew()).toEqual([]);
  await bringIn([list('told.csv', 'T1 T2')], { copies: 0 }, first.memory);
  expect(anew()).toHaveLength(1);
});

test('after very many titles search is asked to build its index anew', async () => {
  const rows = Array.from({ length: 700 }, (_, n) => `${n},第${n}本`).join('\n');
  const { memory } = await bringIn([file('many.csv', `记录号,题名\n${rows}\n`)], { duplicates: false });
  const changes = memory.list('titleChanges').map(({ _id }) => _id);
  expect(changes).toContain('*');
  expect(changes.length).toBeLessThanOrEqual(501);
});
