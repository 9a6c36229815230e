import * as v from 'valibot';
import type { ReaderDocument } from '../../../documents';
import type { StaffContext } from '../../../kernel/context';
import { between } from '../../../kernel/database';
import { reading } from '../../../kernel/operation';
import { done } from '../../../kernel/refusal';
import { aText } from '../../../kernel/validate';
import { noteLooks } from '../../../steps/looks';
import { categoryName } from '../../../views/readers';

/** Enough to choose from; more means that too little was typed. */
const MOST = 20;
/** Sorts after every character that a name has. */
const LAST = '\uffff';

/**
 * Readers by the start of their name, or by a whole card or phone number. Each is found by its index, so
 * that the cost does not grow with the number of readers. Everybody who is shown was looked at.
 */
export const find = reading('desk.findReaders', {
  role: 'circulation',
  schema: v.strictObject({ query: aText(60) }),
  run: async (context, { query }) => {
    const found = /^\d+$/.test(query) ? await byNumber(context, query) : await byName(context, query);
    await noteLooks(
      context,
      found.map(({ _id }) => _id),
      'desk.findReaders',
    );
    return done({
      list: found.map(({ _id, name, cardNumber, category, standing }) => ({
        readerId: _id,
        name,
        cardNumber,
        categoryName: categoryName(context.library, category),
        standing,
      })),
    });
  },
});

const byName = ({ db }: StaffContext, start: string): Promise<ReaderDocument[]> =>
  db.find('readers', {
    where: { name: between({ from: start, below: start + LAST }) },
    orderBy: [['name', 'asc']],
    limit: MOST,
  });

/** An old card leads to its reader too: somebody may have found it. */
const byNumber = async ({ db }: StaffContext, number: string): Promise<ReaderDocument[]> => {
  const [card, byPhone] = await Promise.all([
    db.get('cards', number),
    db.find('readers', { where: { phone: number }, limit: MOST }),
  ]);
  const owner = card && (await db.get('readers', card.readerId));
  return owner ? [owner, ...byPhone.filter(({ _id }) => _id !== owner._id)] : byPhone;
};
