import type { ItemDocument, TitleDocument, TitleMergeDocument } from '../documents';
import type { ImportedTitle } from '../exchange/facts';
import type { RecordToWrite } from './met-before';
import { isChanged, isToldOf, planBatch, type BatchPlan, type HowToPlan } from './plan-batch';

const NOW = '2026-11-22T02:00:00.000Z';
const HOW: HowToPlan = {
  source: 'books',
  own: false,
  now: NOW,
  rules: { branches: new Map(), branch: 'main', copies: 0 },
  run: null,
};

function aRecord(
  control: string,
  facts: Partial<ImportedTitle> = {},
  barcodes: string[] = [],
): RecordToWrite {
  const copies = barcodes.map((barcode) => ({
    barcode,
    branch: '',
    shelf: '',
    callNumber: '',
    itemType: '',
    price: 0,
  }));
  const title: ImportedTitle = {
    control,
    ownId: '',
    title: `书 ${control}`,
    subtitle: '',
    contributors: [{ name: '曹雪芹', role: '著' }],
    publisher: '',
    year: 1996,
    isbns: [],
    clc: 'I242.4',
    callNumber: 'I242.4/15',
    language: 'chi',
    kind: 'book',
    subjects: [],
    summary: '',
    also: [],
    itemType: 'book',
    price: 0,
    copies,
    warnings: [],
    ...facts,
  };
  return { number: 1, offset: 0, format: 'marc21', title, copies: 0, titleToo: true };
}

interface Shelves {
  titles?: TitleDocument[];
  items?: ItemDocument[];
  merges?: TitleMergeDocument[];
}

const planned = (
  batch: RecordToWrite[],
  { titles = [], items = [], merges = [] }: Shelves = {},
  how = HOW,
) => {
  const only = <T extends { _id: string }>(list: T[], ids: string[]) =>
    new Map(list.filter(({ _id }) => ids.includes(_id)).map((each) => [each._id, each]));
  return planBatch(batch, how, {
    titles: async (ids) => only(titles, ids),
    items: async (barcodes) => only(items, barcodes),
    mergesOf: async (ids) => merges.filter(({ _id }) => ids.includes(_id)),
    mergesInto: async (ids) => merges.filter(({ into }) => ids.includes(into)),
    books: async () => titles,
  });
};

/** What the library has once a plan is written. */
const written = ({ titles }: BatchPlan): Required<Omit<Shelves, 'merges'>> => ({
  titles: titles.flatMap(({ title }) => title?.after ?? []),
  items: titles.flatMap(({ items }) => items.map(({ after }) => after)),
});
const words = ({ titles }: BatchPlan) =>
  titles.map(({ title, items }) => [title?.what, ...items.map(({ what }) => what)]);

test('what is new is added with its copies, and search is told', async () => {
  const plan = await planned([aRecord('1', {}, ['B1', 'B2'])]);
  expect(words(plan)).toEqual([['added', 'added', 'added']]);
  expect(plan.titles.map(isToldOf)).toEqual([true]);
});

test('the same batch again plans nothing', async () => {
  const batch = [aRecord('1', {}, ['B1'])];
  const again = await planned(batch, written(await planned(batch)));
  expect(words(again)).toEqual([['unchanged', 'unchanged']]);
  expect(again.titles.map(isToldOf)).toEqual([false]);
});

test('done again after a cut, what the run itself added counts as added still, and is not written twice', async () => {
  const how = { ...HOW, run: { startedAt: NOW } };
  const batch = [aRecord('1', {}, ['B1'])];
  const again = await planned(batch, written(await planned(batch, {}, how)), how);
  expect(words(again)).toEqual([['added', 'added']]);
  expect(again.titles.map(({ title }) => title?.needed)).toEqual([false]);
});

test('a changed record changes its title and keeps how old and how wanted it is', async () => {
  const here = written(await planned([aRecord('1')]));
  const [title] = here.titles;
  const old = { ...title!, popularity: 7, addedAt: '2020-01-01T00:00:00.000Z' };
  const plan = await planned([aRecord('1', { publisher: '人民文学出版社' })], { titles: [old] });
  expect(words(plan)).toEqual([['changed']]);
  expect(plan.titles.map(isChanged)).toEqual([true]);
  expect(written(plan).titles[0]).toMatchObject({
    publisher: '人民文学出版社',
    popularity: 7,
    addedAt: old.addedAt,
  });
});

test('what stands there at the moment of writing is what the change is put over', async () => {
  const here = written(await planned([aRecord('1')]));
  const plan = await planned([aRecord('1', { year: 1997 })], here);
  const change = plan.titles[0]!.title!;
  expect(change.over({ ...here.titles[0]!, popularity: 9 })).toMatchObject({ year: 1997, popularity: 9 });
  expect(change.meeting(undefined)).toMatchObject({ what: 'added', needed: true });
});

test('a barcode that another title has is left there and told, in the batch and in the library', async () => {
  const here = written(await planned([aRecord('9', {}, ['B1'])]));
  const plan = await planned([aRecord('1', {}, ['B1', 'B2']), aRecord('2', {}, ['B2'])], here);
  expect(words(plan)).toEqual([['added', 'added'], ['added']]);
  expect(plan.doubts.map(({ read, warning }) => [read.title.control, warning.code])).toEqual([
    ['2', 'barcode_taken'],
    ['1', 'barcode_taken'],
  ]);
});

test('copies of a record whose title was joined to another go to that one', async () => {
  const [gone] = written(await planned([aRecord('1')])).titles;
  const kept = { ...gone!, _id: 'kept' };
  const merges = [{ _id: gone!._id, into: 'kept', at: NOW }];
  const plan = await planned([aRecord('1', {}, ['B1'])], { titles: [kept], merges });
  expect(plan.merged).toBe(1);
  expect(words(plan)).toEqual([[undefined, 'added']]);
  expect(written(plan).items.map(({ titleId }) => titleId)).toEqual(['kept']);
});

test('a title that another was joined to keeps what it got from it', async () => {
  const [title] = written(await planned([aRecord('1')])).titles;
  const grown = { ...title!, isbns: ['9787020002207'], summary: '摘要' };
  const merges = [{ _id: 'gone', into: title!._id, at: NOW }];
  const plan = await planned([aRecord('1')], { titles: [grown], merges });
  expect(words(plan)).toEqual([['unchanged']]);
});

test('titles that seem to be one book are shown, and both come in', async () => {
  const isbns = ['9787020002207'];
  const plan = await planned([aRecord('1', { isbns }), aRecord('2', { isbns })]);
  expect(plan.titles).toHaveLength(2);
  expect(plan.sameBooks.map(({ why }) => why)).toEqual(['isbn']);
});
