import type { TitleDocument } from '../../documents';
import {
  freeCopies,
  plannedCopies,
  toldOf,
  type Doubt,
  type Told,
  type ToWrite,
} from '../../cataloguing/batch';
import { keepGrownTitle, keepTitle, type CopyRules } from '../../cataloguing/record-documents';
import { BOOK_FIELDS, lookedFor, sameBooks } from '../../cataloguing/same-book';
import type { JobContext } from '../../kernel/context';
import { isIn } from '../../kernel/database';
import type { BatchOutcome } from './batch-outcome';
import { inParallel } from './in-parallel';
import { WRITERS } from './limits';
import { storedOf } from './stored';
import { writeTitle, type TitleToWrite } from './write-title';

const MOST_ROWS = 1000;

export interface BatchOf {
  /** What the records are known by. */
  source: string;
  /** When the run began: what it adds is dated so, and is told by it when it is met again after a cut. */
  startedAt: string;
  rules: CopyRules;
  /** Moment under which search is told of changes; null: it is told of everything at once, later. */
  tellAt: string | null;
}

/** Writes what is new or changed of a batch: each title with its copies in small transactions of their own, several at once. */
export const writeBatch = async (
  { db }: Pick<JobContext, 'db'>,
  batch: readonly ToWrite[],
  of: BatchOf,
  outcome: BatchOutcome,
): Promise<void> => {
  if (batch.length === 0) return;
  const told = batch.map((found) => toldOf(found, of.source, of.startedAt));
  const joined = await joinedTitles(db, told);
  outcome.merged += joined.size;
  const titles = new Map<string, TitleDocument>();
  for (const { title, found } of told)
    if (found.titleToo && !joined.has(title._id)) titles.set(title._id, title);
  outcome.duplicates.push(...(await booksThatAreHere(db, [...titles.values()])));

  const doubt: Doubt = ({ number, offset }, warning) => outcome.warnings.push({ number, offset, warning });
  const planned = plannedCopies(told, joined, of.rules, of.startedAt, doubt);
  const [storedTitles, storedItems, grown] = await Promise.all([
    storedOf(db, 'titles', [...titles.keys()]),
    storedOf(
      db,
      'items',
      planned.map(({ item }) => item._id),
    ),
    grownTitles(db, [...titles.keys()]),
  ]);
  const toWrite = new Map<string, TitleToWrite>();
  for (const [titleId, record] of titles)
    toWrite.set(titleId, {
      titleId,
      title: {
        record,
        stored: storedTitles.get(titleId),
        keep: (given, stored) =>
          grown.has(titleId) ? keepGrownTitle(keepTitle(given, stored), stored) : keepTitle(given, stored),
      },
      items: [],
    });
  for (const record of freeCopies(planned, storedItems, doubt)) {
    const { titleId } = record;
    const of = toWrite.get(titleId) ?? { titleId, items: [] };
    of.items.push({ record, stored: storedItems.get(record._id) });
    toWrite.set(titleId, of);
  }
  await inParallel(WRITERS, [...toWrite.values()], (each) => writeTitle(db, each, of, outcome));
};

/** Titles of the batch that were merged into others, and those others. */
const joinedTitles = async (db: JobContext['db'], told: Told[]): Promise<Map<string, TitleDocument>> => {
  const gone = await db.getMany(
    'titleMerges',
    told.map(({ title }) => title._id),
  );
  const others = await storedOf(
    db,
    'titles',
    gone.map(({ into }) => into),
  );
  return new Map(
    gone.flatMap(({ _id, into }): [string, TitleDocument][] => {
      const other = others.get(into);
      return other ? [[_id, other]] : [];
    }),
  );
};

/** Titles that others were joined to: they keep what they got from those. */
const grownTitles = async (db: JobContext['db'], ids: string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const found = await db.find('titleMerges', { where: { into: isIn(ids) }, limit: MOST_ROWS });
  return new Set(found.map(({ into }) => into));
};

const booksThatAreHere = async (db: JobContext['db'], batch: TitleDocument[]) => {
  const { isbns, keys } = lookedFor(batch);
  const by = (field: string, values: string[]) =>
    values.length === 0
      ? []
      : db.find('titles', { where: { [field]: isIn(values) }, limit: MOST_ROWS, fields: BOOK_FIELDS });
  const found = await Promise.all([by('isbns', isbns), by('keys', keys)]);
  return sameBooks(batch, found.flat());
};
