import type { SameBook } from '../../typings/contract/imports';
import type { ItemDocument, TitleDocument, TitleMergeDocument } from '../documents';
import { itemChange, titleChange, type Change, type OwnRun } from './change';
import type { RecordToWrite } from './met-before';
import { lookedFor, sameBooks, type Book } from './same-book';
import {
  recordOfTitle,
  taken,
  wantedOf,
  type Doubt,
  type HowToWrite,
  type RecordOfTitle,
  type Wanted,
} from './wanted';

/**
 * How a plan asks what the library has, whoever answers. Lists of ids are without doubles and may be empty.
 */
export interface CatalogueReads {
  titles(ids: string[]): Promise<Map<string, TitleDocument>>;
  items(barcodes: string[]): Promise<Map<string, ItemDocument>>;
  /** How these titles were joined to others. */
  mergesOf(ids: string[]): Promise<TitleMergeDocument[]>;
  /** What was joined to these titles. */
  mergesInto(ids: string[]): Promise<TitleMergeDocument[]>;
  /** Titles that may be the same books. */
  books(by: { isbns: string[]; keys: string[] }): Promise<Book[]>;
}

/** What the library has of a batch. */
interface Here {
  titles: ReadonlyMap<string, TitleDocument>;
  items: ReadonlyMap<string, ItemDocument>;
  /** Titles that others were joined to: they keep what they got from those. */
  grown: ReadonlySet<string>;
  books: readonly Book[];
}

/** A title with its copies, as a file tells them; without `title` only further copies of one. */
export interface TitlePlan {
  titleId: string;
  title?: Change<TitleDocument>;
  items: Change<ItemDocument>[];
}

/** All that a batch writes. */
export interface BatchPlan {
  titles: TitlePlan[];
  /** Records of titles that were merged into others: their copies go there. */
  merged: number;
  sameBooks: SameBook[];
  doubts: Doubt[];
}

export type HowToPlan = HowToWrite & { run: OwnRun };

/** Search has to know of a title that is added or changed, or gets copies. */
export const isToldOf = ({ title, items }: TitlePlan): boolean =>
  !!title?.needed || items.some(({ needed, what }) => needed && what === 'added');

export const isChanged = ({ title }: TitlePlan): boolean => title?.what === 'changed';

/**
 * The plan of a batch, for whoever writes it: many documents at once, or each title in transactions of its
 * own.
 */
export async function planBatch(
  batch: readonly RecordToWrite[],
  how: HowToPlan,
  catalogue: CatalogueReads,
): Promise<BatchPlan> {
  const records = batch.map((read) => recordOfTitle(read, how));
  const joined = await joinedTitles(records, catalogue);
  const wanted = wantedOf(records, joined, how);
  return planOf(wanted, await whatIsHere(wanted, catalogue), joined.size, how);
}

/** Titles of the batch that were merged into others, and those others. */
async function joinedTitles(
  records: readonly RecordOfTitle[],
  catalogue: CatalogueReads,
): Promise<Map<string, TitleDocument>> {
  const merges = await catalogue.mergesOf([...new Set(records.map(({ title }) => title._id))]);
  if (merges.length === 0) return new Map();
  const others = await catalogue.titles([...new Set(merges.map(({ into }) => into))]);
  return new Map(
    merges.flatMap(({ _id, into }): [string, TitleDocument][] => {
      const other = others.get(into);
      return other ? [[_id, other]] : [];
    }),
  );
}

async function whatIsHere({ titles: asked, copies }: Wanted, catalogue: CatalogueReads): Promise<Here> {
  const ids = [...asked.keys()];
  const [books, titles, items, merges] = await Promise.all([
    catalogue.books(lookedFor([...asked.values()])),
    catalogue.titles(ids),
    catalogue.items([...copies.keys()]),
    catalogue.mergesInto(ids),
  ]);
  return { titles, items, grown: new Set(merges.map(({ into }) => into)), books };
}

/** What is new, changed or as it was; a barcode that another title of the library has stays with it. */
function planOf(
  wanted: Wanted,
  here: Here,
  merged: number,
  { own, run }: Pick<HowToPlan, 'own' | 'run'>,
): BatchPlan {
  const plans = new Map<string, TitlePlan>();
  const doubts = [...wanted.doubts];
  for (const [titleId, record] of wanted.titles) {
    const grown = here.grown.has(titleId);
    const title = titleChange(record, here.titles.get(titleId), { own, grown, run });
    plans.set(titleId, { titleId, title, items: [] });
  }
  for (const { item, read } of wanted.copies.values()) {
    const { titleId } = item;
    const before = here.items.get(item._id);
    if (before && before.titleId !== titleId) {
      doubts.push({ read, warning: taken(item, before.titleId) });
      continue;
    }
    const plan = plans.get(titleId) ?? { titleId, items: [] };
    plan.items.push(itemChange(item, before, run));
    plans.set(titleId, plan);
  }
  const found = sameBooks([...wanted.titles.values()], here.books);
  return { titles: [...plans.values()], merged, sameBooks: found, doubts };
}
