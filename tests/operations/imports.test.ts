import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { marcRecord } from '../../cloudfunctions/exchange/marc-builder';
import type { ImportRun, ImportSettings } from '../../typings/contract/imports';
import { startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(240_000);

const SETTINGS: ImportSettings = { branchId: 'main', copies: 1, source: 'books', full: false };

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(3);
  await library.cloud.db.upsert('staff', [
    { _id: 'o-cat', name: '编目员', branchId: 'main', roles: ['cataloguer'], active: true },
  ]);
});
afterAll(() => library?.close());

const book = (control: string, title: string, more: Parameters<typeof marcRecord>[0] = []): Buffer =>
  marcRecord([['001', control], ['245', '10', `a${title} /`, 'c某甲著'], ...more]);

/** A workbook of one text: 120 MB of it are 120 KB in the file. */
const unfolding = (size: number): Buffer => {
  const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>';
  const filled = Buffer.alloc(size, 'a');
  filled.write(sheet);
  return Buffer.from(
    zipSync({
      'xl/workbook.xml': Buffer.from(
        '<workbook xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': Buffer.from(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': filled,
    }),
  );
};

const fileOf = (...records: (Buffer | string)[]) => Buffer.concat(records.map((each) => Buffer.from(each)));

/** As a client uploads: the bytes stand in the cloud's storage under a path of their own. */
const upload = (bytes: Buffer, ending = 'mrc'): Promise<string> =>
  library.cloud.files.upload(`imports/${randomUUID()}.${ending}`, bytes);
const fileIdOf = (path: string) => `cloud://shuxiang-local.7368-shuxiang-local-1250000000/${path}`;

const begin = async (bytes: Buffer, settings: Partial<ImportSettings> = {}, fileName = 'books.mrc') =>
  library.get('cat', 'imports.start', {
    fileId: await upload(bytes, fileName.split('.').pop()),
    fileName,
    ...SETTINGS,
    ...settings,
  });

const driveToEnd = async (run: ImportRun, records = 50): Promise<ImportRun> => {
  let now = run;
  for (let steps = 0; now.status === 'running' && steps < 100; steps++)
    now = await library.get('cat', 'imports.step', { runId: run.runId, records });
  return now;
};

const titlesFrom = async (source: string) =>
  (await library.documents('titles')).filter((title) => title.source.startsWith(`${source}:`));

describe('a look at a file', () => {
  it('tells what it is and shows its first records as they would come in', async () => {
    const file = fileOf(
      book('k1', '长河渡', [
        ['020', '  ', 'a9787010000008', 'cCNY25.00'],
        ['852', '  ', 'bgarden', 'pT0001', 'cA 区'],
        ['852', '  ', 'bXYZ', 'pT0002'],
      ]),
      'broken record\u001d',
      book('k2', '夜航'),
    );
    const answer = await library.get('cat', 'imports.look', { fileId: await upload(file), branchId: 'main' });
    if (!('look' in answer)) throw new Error(JSON.stringify(answer));
    const { look } = answer;
    expect(look).toMatchObject({
      format: 'marc21',
      xml: false,
      encoding: 'utf-8',
      records: 3,
      looked: 3,
      readable: 2,
    });
    expect(look.broken).toMatchObject([{ number: 2, fault: { code: 'too_short' } }]);
    expect(look.samples[0]).toMatchObject({
      title: '长河渡',
      people: '某甲 著',
      isbns: ['9787010000008'],
      price: 2500,
      copies: 2,
      places: [
        { barcode: 'T0001', branchName: '园林分馆', shelf: 'A 区' },
        { barcode: 'T0002', branchName: '总馆' },
      ],
    });
    expect(look.samples[1]).toMatchObject({ title: '夜航', copies: 1, places: [{ barcode: '' }] });
    expect(look.strangeBranches).toEqual(['XYZ']);
    expect(await library.documents('importRuns')).toEqual([]);
  });

  it('shows the columns of a list, and takes them as they are settled', async () => {
    const fileId = await upload(Buffer.from('书,题名,谁\n长河渡,别的,某甲\n'), 'csv');
    const first = await library.get('cat', 'imports.look', { fileId });
    expect(first).toMatchObject({
      look: {
        format: 'csv',
        records: 1,
        columns: [
          { header: '书', example: '长河渡', holds: '' },
          { header: '题名', example: '别的', holds: 'title' },
          { header: '谁', example: '某甲', holds: '' },
        ],
      },
    });
    const settled = await library.get('cat', 'imports.look', { fileId, columns: ['title', '', 'author'] });
    expect(settled).toMatchObject({
      look: {
        samples: [{ title: '长河渡', people: '某甲 著' }],
        columns: [{ holds: 'title' }, { holds: '' }, { holds: 'author' }],
      },
    });
  });

  it.each([
    ['nothing in it', Buffer.alloc(0), 'mrc', 'empty'],
    ['only a header', Buffer.from('题名,作者\n'), 'csv', 'empty'],
    ['a PDF', Buffer.from('%PDF-1.4 1 0 obj'), 'mrc', 'no_records'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'xls', 'old_excel'],
    ['too many records', Buffer.from(`题名\n${'书\n'.repeat(20_001)}`), 'csv', 'too_many_records'],
    ['a small workbook that unfolds to 120 MB', unfolding(120_000_000), 'xlsx', 'workbook_too_large'],
    ['too many bytes', Buffer.alloc(20_000_001, 'a'), 'csv', 'file_too_large'],
  ])('that has %s says so, and it cannot be begun', async (_, bytes, ending, code) => {
    const fileId = await upload(bytes, ending);
    expect(await library.get('cat', 'imports.look', { fileId })).toMatchObject({ fault: { code } });
    const start = { fileId, fileName: `x.${ending}`, ...SETTINGS };
    expect(await library.refused('cat', 'imports.start', start)).toEqual(['import_not_readable']);
  });

  it('of a list without a column of titles asks for one, and it cannot be begun without', async () => {
    const fileId = await upload(Buffer.from('a,b\n1,2\n'), 'csv');
    expect(await library.get('cat', 'imports.look', { fileId })).toMatchObject({
      look: { titleColumnMissing: true, readable: 0, columns: [{ header: 'a' }, { header: 'b' }] },
    });
    const start = { fileId, fileName: 'x.csv', ...SETTINGS };
    expect(await library.refused('cat', 'imports.start', start)).toEqual(['import_not_readable']);
    const run = await library.get('cat', 'imports.start', { ...start, columns: ['', 'title'] });
    await library.get('cat', 'imports.stop', { runId: run.runId });
  });

  it('is for cataloguers, and for files of imports only', async () => {
    const fileId = await upload(book('k1', '长河渡'));
    expect(await library.refused('desk', 'imports.look', { fileId })).toEqual(['role_missing']);
    expect(await library.refused('an', 'imports.look', { fileId })).toEqual(['not_staff']);
    const elsewhere = await library.ask('cat', 'imports.look', { fileId: fileIdOf('search/x.index') });
    expect(elsewhere).toMatchObject({ ok: false, invalid: [{ path: 'input.fileId' }] });
  });
});

describe('a run', () => {
  beforeEach(async () => {
    await library.startOver();
    await library.cloud.db.upsert('staff', [
      { _id: 'o-cat', name: '编目员', branchId: 'main', roles: ['cataloguer'], active: true },
    ]);
  });

  const shelf = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => book(`k${from + n}`, `第${from + n}本书`));

  it('brings records in step by step, tells what is broken, and changes nothing the second time', async () => {
    const file = fileOf(...shelf(0, 60), 'what is this\u001d', ...shelf(60, 90), book('k3', '又一次'));
    const run = await begin(file);
    expect(run).toMatchObject({ status: 'running', records: 92, done: 0 });
    const first = await library.get('cat', 'imports.step', { runId: run.runId, records: 30 });
    expect(first).toMatchObject({ status: 'running', done: 40, busy: false });
    const ended = await driveToEnd(run);
    expect(ended).toMatchObject({
      status: 'finished',
      done: 92,
      titles: { added: 90, changed: 0, unchanged: 0 },
      items: { added: 90 },
      totals: { broken: 2 },
      aside: true,
    });
    const { findings } = await library.get('cat', 'imports.show', { runId: run.runId });
    expect(findings.broken).toMatchObject([
      { number: 61, fault: { code: 'too_short' } },
      { number: 92, fault: { code: 'same_record', number: 4 } },
    ]);
    expect(await titlesFrom('books')).toHaveLength(90);

    const aside = await library.get('cat', 'imports.aside', { runId: run.runId });
    expect(aside.fileName).toBe('books-未导入.mrc');
    const kept = await fetch(`${library.cloud.url}/client/file?fileID=${encodeURIComponent(aside.fileId)}`);
    expect(await kept.text()).toBe('what is this\u001d');

    const again = await driveToEnd(await begin(file, {}, 'renamed.mrc'), 400);
    expect(again).toMatchObject({
      titles: { added: 0, changed: 0, unchanged: 90 },
      items: { added: 0, changed: 0, unchanged: 90 },
    });
    const list = await library.get('cat', 'imports.list', {});
    expect(list.list.map(({ fileName }) => fileName)).toEqual(['renamed.mrc', 'books.mrc']);
    // What a run needs only while it works is gone.
    expect(await library.documents('importRunKeys')).toEqual([]);
    expect((await library.documents('importRuns')).map(({ fileId, untidy }) => [fileId, untidy])).toEqual([
      ['', false],
      ['', false],
    ]);
  });

  it('a changed record changes its title and what its copies show; a loan and popularity stay', async () => {
    const one = (title: string) => fileOf(book('k1', title, [['852', '  ', 'bmain', 'pT0001']]));
    await driveToEnd(await begin(one('长河渡')));
    await library.get('desk', 'desk.checkOut', {
      branchId: 'main',
      readerId: 'reader-an',
      barcode: 'T0001',
    });
    const [before] = await titlesFrom('books');
    await library.cloud.db.upsert('titles', [{ ...before!, popularity: 7 } as never]);
    const ended = await driveToEnd(await begin(one('长河渡口')));
    expect(ended).toMatchObject({ titles: { changed: 1 }, items: { changed: 1 } });
    const [after] = await titlesFrom('books');
    expect(after).toMatchObject({ title: '长河渡口', popularity: 7, addedAt: before!.addedAt });
    const item = await library.document('items', 'T0001');
    expect(item).toMatchObject({
      status: 'on_loan',
      title: { title: '长河渡口' },
      loan: { readerId: 'reader-an' },
    });
  });

  it('is found by search at once', async () => {
    await driveToEnd(await begin(fileOf(book('k1', '天工织机'))));
    const found = await library.get('visitor', 'search.find', { query: '天工织机' });
    expect(found.list.map(({ title }) => title)).toEqual(['天工织机']);
    const [title] = await titlesFrom('books');
    expect(await library.document('titleChanges', title!._id)).toBeDefined();
  });

  it('shows books that are here already, barcodes that are taken, and what a full load lacks', async () => {
    await driveToEnd(await begin(fileOf(book('k1', '长河渡'), book('k2', '夜航')), { source: 'old' }));
    const file = fileOf(
      marcRecord([
        ['001', 'x1'],
        ['020', '  ', 'a9787536692930'],
        ['245', '10', 'a三体 /', 'c刘慈欣著'],
        ['852', '  ', 'bmain', 'pA1'],
      ]),
      book('k1', '长河渡'),
    );
    const ended = await driveToEnd(await begin(file, { source: 'old', full: true }));
    expect(ended).toMatchObject({
      status: 'finished',
      totals: { duplicates: 1, warnings: 1, withdrawn: 1 },
      titles: { added: 1, unchanged: 1 },
    });
    const { findings } = await library.get('cat', 'imports.show', { runId: ended.runId });
    expect(findings.duplicates).toMatchObject([{ otherId: 'title-two', why: 'isbn_and_title' }]);
    expect(findings.warnings).toMatchObject([
      { warning: { code: 'barcode_taken', barcode: 'A1', titleId: 'title-one' } },
    ]);
    expect(findings.withdrawn).toMatchObject([{ title: '夜航', copies: 1, why: 'not_in_full_load' }]);
  });

  it('that two drive at once does no record twice and loses none', async () => {
    const run = await begin(fileOf(...shelf(0, 160)));
    let drivers = 0;
    const drive = async () => {
      for (let steps = 0; steps < 60; steps++) {
        const now = await library.get('cat', 'imports.step', { runId: run.runId, records: 40 });
        if (now.busy) {
          drivers++;
          await new Promise((resume) => setTimeout(resume, 200));
        }
        if (now.status !== 'running') return now;
      }
      throw new Error('it does not end');
    };
    const [one, other] = await Promise.all([drive(), drive(), drive()]);
    expect(drivers).toBeGreaterThan(0);
    for (const ended of [one, other])
      expect(ended).toMatchObject({
        status: 'finished',
        done: 160,
        titles: { added: 160 },
        items: { added: 160 },
      });
    expect(await titlesFrom('books')).toHaveLength(160);
  });

  it('that was cut off goes on where it stopped, with the right numbers', async () => {
    const run = await begin(fileOf(...shelf(0, 100)));
    await library.get('cat', 'imports.step', { runId: run.runId, records: 40 });
    // What a function leaves behind that died after writing and before counting: titles that are there, a
    // lease, keys.
    const stored = (await library.document('importRuns', run.runId))!;
    expect(stored).toMatchObject({ done: 40, lease: null });
    await library.get('cat', 'imports.step', { runId: run.runId, records: 40 });
    await library.cloud.db.upsert('importRuns', [
      { ...stored, lease: { id: 'dead', until: '2026-11-22T02:00:20.000Z' } } as never,
    ]);
    const busy = await library.get('cat', 'imports.step', { runId: run.runId, records: 40 });
    expect(busy).toMatchObject({ busy: true, done: 40 });
    await library.cloud.clock.move({ advance: { minutes: 1 } });
    const ended = await driveToEnd(run);
    expect(ended).toMatchObject({
      titles: { added: 100, unchanged: 0 },
      items: { added: 100 },
      totals: { broken: 0 },
    });
  });

  it('that nobody drives is gone on with by the timer, which also tidies up after one that was stopped', async () => {
    const run = await begin(fileOf(...shelf(0, 130)));
    const stopped = await begin(fileOf(book('z', '停')), { source: 'other' });
    await library.get('cat', 'imports.stop', { runId: stopped.runId });
    await library.cloud.clock.move({ advance: { minutes: 5 } });
    await library.cloud.timer('jobs');
    expect((await library.get('cat', 'imports.show', { runId: run.runId })).run).toMatchObject({
      status: 'finished',
      titles: { added: 130 },
    });
    expect(await library.document('importRuns', stopped.runId)).toMatchObject({
      status: 'stopped',
      fileId: '',
      untidy: false,
    });
    expect(await library.refused('cat', 'imports.stop', { runId: run.runId })).toEqual(['import_ended']);
  });

  it('with very many titles has search build its index anew instead of telling of each', async () => {
    await driveToEnd(await begin(fileOf(...shelf(0, 620))), 400);
    const changes = await library.documents('titleChanges');
    expect(changes.some(({ _id }) => _id === '*')).toBe(true);
    expect(changes.length).toBeLessThanOrEqual(501);
  });
});
