import type { ImportCounts } from '../../../typings/contract/imports';
import { isSame } from '../../cataloguing/batch';
import { keepItem } from '../../cataloguing/record-documents';
import { factsOf } from '../../cataloguing/title-facts';
import type { ItemDocument, TitleDocument } from '../../documents';
import { DuplicateId, type Database, type Transaction } from '../../kernel/database';
import type { BatchOutcome } from './batch-outcome';
import { storedOf } from './stored';
import type { BatchOf } from './write-batch';

interface ToWrite<D> {
  record: D;
  /** As it was found before the transaction. */
  stored: D | undefined;
}

/** A title with its copies, as a file tells them; without `title` only further copies of one. */
export interface TitleToWrite {
  titleId: string;
  title?: ToWrite<TitleDocument> & { keep(record: TitleDocument, stored: TitleDocument): TitleDocument };
  items: ToWrite<ItemDocument>[];
}

/** Documents of one transaction: it must not grow with the copies of a title. */
const MOST_DOCUMENTS = 12;
const MOST_COPIES = 1000;

type What = keyof ImportCounts;

/** What would become of a document. One that this run has added before a cut counts as added still. */
const outcomeOf = <D extends { source: string }>(
  { record, stored }: ToWrite<D>,
  after: D,
  addedAt: (document: D) => string,
  startedAt: string,
): { needed: boolean; what: What } => {
  if (!stored) return { needed: true, what: 'added' };
  if (!isSame(after, stored)) return { needed: true, what: 'changed' };
  const ours = addedAt(stored) === startedAt && stored.source === record.source;
  return { needed: false, what: ours ? 'added' : 'unchanged' };
};

/** Writes a title and its copies, new or changed; nothing when all is as the file says. */
export const writeTitle = async (
  db: Database,
  toWrite: TitleToWrite,
  of: BatchOf,
  outcome: BatchOutcome,
): Promise<void> => {
  try {
    await writeOnce(db, toWrite, of, outcome);
  } catch (error) {
    if (!(error instanceof DuplicateId)) throw error;
    // Somebody else added it since it was looked for: a step of this run that was thought dead, or a desk.
    await writeOnce(db, await foundAgain(db, toWrite), of, outcome);
  }
};

const writeOnce = async (
  db: Database,
  { titleId, title, items }: TitleToWrite,
  of: BatchOf,
  outcome: BatchOutcome,
): Promise<void> => {
  const ofTitle = title && {
    ...title,
    ...outcomeOf(
      title,
      title.stored ? title.keep(title.record, title.stored) : title.record,
      ({ addedAt }) => addedAt,
      of.startedAt,
    ),
  };
  const ofItems = items.map((item) => ({
    ...item,
    ...outcomeOf(
      item,
      item.stored ? keepItem(item.record, item.stored) : item.record,
      ({ changedAt }) => changedAt,
      of.startedAt,
    ),
  }));
  const needed = ofItems.filter((item) => item.needed);
  const isTold = !!ofTitle?.needed || needed.some(({ what }) => what === 'added');
  const steps: ((transaction: Transaction) => Promise<void>)[] = [];
  if (ofTitle?.needed) steps.push((transaction) => putTitle(transaction, ofTitle));
  steps.push(...needed.map((item) => (transaction: Transaction) => putItem(transaction, item)));
  for (let start = 0; start < steps.length; start += MOST_DOCUMENTS)
    await db.transact(async (transaction) => {
      for (const step of steps.slice(start, start + MOST_DOCUMENTS)) await step(transaction);
      // With each of them: a cut between two leaves nothing that search does not know.
      if (isTold && of.tellAt !== null)
        await transaction.put('titleChanges', { _id: titleId, at: of.tellAt });
    });
  if (ofTitle?.what === 'changed') await refreshCopies(db, titleId);

  if (ofTitle) outcome.titles[ofTitle.what]++;
  for (const { what } of ofItems) outcome.items[what]++;
  if (isTold) outcome.toTell.push(titleId);
};

const putTitle = async (
  transaction: Transaction,
  { record, stored, keep }: NonNullable<TitleToWrite['title']>,
): Promise<void> => {
  if (!stored) return transaction.add('titles', record);
  const now = await transaction.get('titles', record._id);
  if (!now) throw new Error(`${record._id} went away while it was being changed`);
  await transaction.put('titles', keep(record, now));
};

/** A copy that went to another title meanwhile stays there. */
const putItem = async (
  transaction: Transaction,
  { record, stored }: ToWrite<ItemDocument>,
): Promise<void> => {
  if (!stored) return transaction.add('items', record);
  const now = await transaction.get('items', record._id);
  if (now?.titleId === record.titleId) await transaction.put('items', keepItem(record, now));
};

/** Copies carry what lists show of their title: those that the record does not name get it too. */
const refreshCopies = async (db: Database, titleId: string): Promise<void> => {
  const title = await db.get('titles', titleId);
  if (!title) return;
  const facts = factsOf(title);
  const copies = await db.find('items', { where: { titleId }, limit: MOST_COPIES, fields: ['title'] });
  const stale = copies.filter((copy) => !isSame(copy.title, facts));
  for (let start = 0; start < stale.length; start += MOST_DOCUMENTS)
    await db.transact(async (transaction) => {
      for (const { _id } of stale.slice(start, start + MOST_DOCUMENTS)) {
        const item = await transaction.get('items', _id);
        if (item?.titleId === titleId) await transaction.put('items', { ...item, title: facts });
      }
    });
};

const foundAgain = async (db: Database, { titleId, title, items }: TitleToWrite): Promise<TitleToWrite> => {
  const [stored, copies] = await Promise.all([
    title ? db.get('titles', titleId) : null,
    storedOf(
      db,
      'items',
      items.map(({ record }) => record._id),
    ),
  ]);
  return {
    titleId,
    ...(title && { title: { ...title, stored: stored ?? undefined } }),
    items: items
      .map((item) => ({ ...item, stored: copies.get(item.record._id) }))
      .filter(({ stored: copy }) => !copy || copy.titleId === titleId),
  };
};
