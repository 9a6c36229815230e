import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TitleDocument } from '../../cloudfunctions/documents';
import { importFiles } from '../../bulk/import/index';
import { startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(240_000);

const data = resolve(__dirname, '..', '..', '..', 'shared', 'data');
const real = [
  join(data, 'marc21', '1000_random_from_harvard_open_data.mrc'),
  join(data, 'cnmarc', 'cnmarc10_utf8.iso'),
];

let library: SmallLibrary;
let folder: string;
beforeAll(async () => {
  library = await startSmallLibrary(2);
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterAll(async () => {
  await library?.close();
  rmSync(folder, { recursive: true, force: true });
});

const importInto = (paths: string[]) => importFiles(paths, { branch: 'main' }, library.cloud.db);

/** Titles that a search for their own name does not bring on its first page. */
const notFound = async (titles: TitleDocument[]): Promise<string[]> => {
  const missing: string[] = [];
  for (const [n, title] of titles.entries()) {
    // One alone may not search so often.
    const { list } = await library.get(`visitor-${n}`, 'search.find', { query: title.title.slice(0, 150) });
    if (!list.some((hit) => hit.titleId === title._id || hit.title === title.title))
      missing.push(title.title);
  }
  return missing;
};

it('brings a list in, finds every line by its title and its ISBN, and changes nothing the second time', async () => {
  const file = join(folder, 'list.csv');
  writeFileSync(file, '题名,作者,ISBN,出版社\n长河渡,某甲,9787010000008,某社\n夜航与灯,某乙,,某社\n');
  expect((await importInto([file])).titles).toMatchObject({ added: 2 });
  expect((await importInto([file])).titles).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  for (const [query, title] of [
    ['夜航与灯', '夜航与灯'],
    ['某甲', '长河渡'],
    ['978-7-01-000000-8', '长河渡'],
  ] as const) {
    expect((await library.get('visitor', 'search.find', { query })).list.map((hit) => hit.title)).toEqual([
      title,
    ]);
  }
});

const realFilesAreHere = real.every((file) => existsSync(file));

it('finds the titles of real MARC 21 and CNMARC files by their own names', async () => {
  if (!realFilesAreHere)
    return console.warn('not checked: the real MARC files are not beside the repository');
  const report = await importInto(real);
  expect(report.titles.added).toBe(1010);
  await library.cloud.timer('indexer');
  const titles = (await library.documents('titles')).filter((title) => title.source !== 'test');
  const sample = titles.filter((title, n) => title.source.startsWith('cnmarc10') || n % 8 === 0);
  expect(sample.length).toBeGreaterThan(120);
  expect(await notFound(sample)).toEqual([]);
});
