import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importFiles } from '../../bulk/import/index';
import { startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(240_000);

/** Two titles as one, by the command, while the library is open; and files of a library in use. */

const root = resolve(__dirname, '..', '..');
let library: SmallLibrary;
let folder: string;
beforeAll(async () => {
  library = await startSmallLibrary(2);
  folder = mkdtempSync(join(tmpdir(), 'merge-'));
});
beforeEach(() => library.startOver());
afterAll(async () => {
  await library?.close();
  rmSync(folder, { recursive: true, force: true });
});

const shuxiang = (...words: string[]): Promise<{ code: number; said: string }> =>
  new Promise((done) => {
    const port = String(new URL(library.cloud.url).port);
    const command = [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'local', 'cli.ts')];
    execFile(process.execPath, [...command, ...words, '--port', port], (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, said: out + err }),
    );
  });

const checkOut = (reader: string, barcode: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${reader}`, barcode, branchId: 'main' } as never);

it('copies with their loans, holds and past go to the title that stays; the other is found by an import no more', async () => {
  await checkOut('an', 'A1');
  await library.get('bai', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' } as never);
  const review = (titleId: string, who: string, rating: number) => ({
    _id: `${titleId}_reader-${who}`,
    titleId,
    title: '',
    readerId: `reader-${who}`,
    author: who,
    rating,
    text: '',
    status: 'shown',
    why: '',
    at: '2026-11-20T02:00:00.000Z',
    checkedBy: '',
    reportedBy: [],
  });
  const reviews = [review('title-one', 'an', 2), review('title-one', 'bai', 4), review('title-two', 'an', 5)];
  await library.cloud.db.upsert('reviews', reviews);
  await library.cloud.db.upsert('titleRatings', [
    { _id: 'title-one', count: 2, sum: 6, stars: [0, 1, 0, 1, 0] },
    { _id: 'title-two', count: 1, sum: 5, stars: [0, 0, 0, 0, 1] },
  ]);
  const { code, said } = await shuxiang('merge', 'title-two', 'title-one');
  expect([code, said]).toEqual([0, expect.stringContaining('1 copies (1 on loan), 1 open holds')]);

  expect(await library.document('titles', 'title-one')).toBeUndefined();
  expect(await library.document('titleMerges', 'title-one')).toMatchObject({ into: 'title-two' });
  const copy = await library.document('items', 'A1');
  expect(copy).toMatchObject({
    titleId: 'title-two',
    title: { title: '三体' },
    loan: { readerId: 'reader-an' },
  });
  const queue = await library.document('holdQueues', 'title-two');
  expect(queue?.holds.map(({ readerId }) => readerId)).toEqual(['reader-bai']);
  expect(await library.documents('holds', { titleId: 'title-one' })).toEqual([]);
  const readers = await Promise.all(
    ['an', 'bai'].map((name) => library.document('readers', `reader-${name}`)),
  );
  expect(readers[0]!.openLoans.map(({ titleId }) => titleId)).toEqual(['title-two']);
  expect(readers[1]!.openHolds.map(({ titleId }) => titleId)).toEqual(['title-two']);

  expect((await library.documents('reviews')).map(({ _id, rating }) => [_id, rating]).sort()).toEqual([
    ['title-two_reader-an', 5],
    ['title-two_reader-bai', 4],
  ]);
  expect(await library.documents('titleRatings')).toMatchObject([
    { _id: 'title-one', count: 0, sum: 0 },
    { _id: 'title-two', count: 2, sum: 9, stars: [0, 0, 0, 1, 1] },
  ]);
  expect((await library.documents('titleChanges')).map(({ _id }) => _id).sort()).toEqual([
    'title-one',
    'title-two',
  ]);

  // The copy comes back and goes to the hold that came with it.
  await library.get('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' } as never);
  expect((await library.document('items', 'A1'))?.hold?.readerId).toBe('reader-bai');
});

it('is refused where it would not be safe, and changes nothing then', async () => {
  await checkOut('an', 'A1');
  for (const barcode of ['B1', 'B2', 'B3']) await checkOut('chen', barcode);
  for (const titleId of ['title-one', 'title-two'])
    await library.get('bai', 'holds.place', { titleId, pickUpBranchId: 'main' } as never);
  const before = await library.everything();
  const { code, said } = await shuxiang('merge', 'title-two', 'title-one');
  expect([code, said]).toEqual([2, expect.stringContaining('reader reader-bai waits for both')]);
  expect(await library.everything()).toEqual(before);
  expect((await shuxiang('merge', 'title-two', 'title-nowhere')).said).toContain(
    'there is no title title-nowhere',
  );
  expect((await shuxiang('merge', 'title-two', 'title-two')).said).toContain('the two are one title');
});

it('a record that changed changes every copy of its title, and the record of a joined title adds to the other', async () => {
  const file = join(folder, 'list.csv');
  const write = (publisher: string) =>
    writeFileSync(
      file,
      `控制号,题名,作者,ISBN,出版社,条码\n1,长河渡,某甲,9787010000008,${publisher},30000001\n2,长河渡,某甲,,某社,30000002\n`,
    );
  write('甲社');
  const first = await importFiles([file], { branch: 'main' }, library.cloud.db);
  expect(first.titles.added).toBe(2);
  const [kept, gone] = (
    await library.documents('titles', { source: { $in: ['list.csv:1', 'list.csv:2'] } })
  ).sort((a, b) => (a.source < b.source ? -1 : 1));
  expect((await shuxiang('merge', kept!._id, gone!._id)).code).toBe(0);

  const again = await importFiles([file], { branch: 'main' }, library.cloud.db);
  expect([again.titles, again.items, again.merged]).toEqual([
    { added: 0, changed: 0, unchanged: 1 },
    { added: 0, changed: 0, unchanged: 2 },
    1,
  ]);

  write('乙社');
  const changed = await importFiles([file], { branch: 'main' }, library.cloud.db);
  expect(changed.titles.changed).toBe(1);
  for (const barcode of ['30000001', '30000002'])
    expect((await library.document('items', barcode))?.title.publisher).toBe('乙社');
});

it('an export of the library, brought in again as its own, changes nothing; the files that are missing are shown', async () => {
  const path = join(folder, 'all.mrc');
  expect((await shuxiang('export', 'marc21', path)).said).toContain('3 titles, 6 copies');
  expect(readFileSync(path).length).toBeGreaterThan(500);
  const { said } = await shuxiang('import', path, '--own', '--aside', folder);
  expect(said).toContain('titles  0 added, 0 changed, 3 unchanged');

  const list = join(folder, 'full.csv');
  writeFileSync(list, '控制号,题名\n1,甲\n2,乙\n');
  await importFiles([list], { copies: 2 }, library.cloud.db);
  writeFileSync(list, '控制号,题名\n1,甲\n');
  const report = await importFiles([list], { copies: 2, full: true }, library.cloud.db);
  expect(report.withdrawn).toEqual([
    { titleId: expect.stringMatching(/^imp-/), title: '乙', copies: 2, why: 'not_in_full_load' },
  ]);
  expect(await library.documents('titles', { title: '乙' })).toHaveLength(1);
});
