import type { Change } from '../../cataloguing/change';
import { isChanged, isToldOf, type TitlePlan } from '../../cataloguing/plan-batch';
import type { ItemDocument, TitleDocument } from '../../documents';
import { DuplicateId, type Database, type Transaction } from '../../kernel/database';
import { refreshCopiesOf } from '../../steps/refreshing-copies';
import { storedOf } from './stored';

/** Documents of one transaction: it must not grow with the copies of a title. */
const MOST_DOCUMENTS = 12;

type WrittenTitle = TitlePlan & { isTold: boolean };

/**
 * Writes a title and its copies, new or changed; nothing when all is as the file says. Gives what was done in
 * the end.
 */
export const writeTitle = async (
  db: Database,
  plan: TitlePlan,
  tellAt: string | null,
): Promise<WrittenTitle> => {
  try {
    return await writeOnce(db, plan, tellAt);
  } catch (error) {
    if (!(error instanceof DuplicateId)) throw error;
    // Somebody else added it since it was looked for: a step of this run that was thought dead, or a desk.
    return writeOnce(db, await plannedAgain(db, plan), tellAt);
  }
};

const writeOnce = async (db: Database, plan: TitlePlan, tellAt: string | null): Promise<WrittenTitle> => {
  const { titleId, title, items } = plan;
  const isTold = isToldOf(plan);
  const steps: ((transaction: Transaction) => Promise<void>)[] = [];
  if (title?.needed) steps.push((transaction) => putTitle(transaction, title));
  for (const item of items) if (item.needed) steps.push((transaction) => putItem(transaction, item));
  for (let start = 0; start < steps.length; start += MOST_DOCUMENTS)
    await db.transact(async (transaction) => {
      for (const step of steps.slice(start, start + MOST_DOCUMENTS)) await step(transaction);
      // With each of them: a cut between two leaves nothing that search does not know.
      if (isTold && tellAt !== null) await transaction.put('titleChanges', { _id: titleId, at: tellAt });
    });
  // Those that the record does not name show what their title is called, too.
  if (isChanged(plan)) await refreshCopiesOf(db, titleId);
  return { ...plan, isTold };
};

const putTitle = async (
  transaction: Transaction,
  { record, before, over }: Change<TitleDocument>,
): Promise<void> => {
  if (!before) return transaction.add('titles', record);
  const now = await transaction.get('titles', record._id);
  if (!now) throw new Error(`${record._id} went away while it was being changed`);
  await transaction.put('titles', over(now));
};

/** A copy that went to another title meanwhile stays there. */
const putItem = async (
  transaction: Transaction,
  { record, before, over }: Change<ItemDocument>,
): Promise<void> => {
  const now = before && (await transaction.get('items', record._id));
  if (!before) await transaction.add('items', record);
  else if (now?.titleId === record.titleId) await transaction.put('items', over(now));
};

const plannedAgain = async (db: Database, { titleId, title, items }: TitlePlan): Promise<TitlePlan> => {
  const barcodes = items.map(({ record }) => record._id);
  const [stored, copies] = await Promise.all([
    title ? db.get('titles', titleId) : null,
    storedOf(db, 'items', barcodes),
  ]);
  return {
    titleId,
    ...(title && { title: title.meeting(stored ?? undefined) }),
    items: items
      .map((item) => item.meeting(copies.get(item.record._id)))
      .filter(({ before }) => !before || before.titleId === titleId),
  };
};
