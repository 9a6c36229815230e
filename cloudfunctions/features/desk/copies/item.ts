import * as v from 'valibot';
import { reading } from '../../../kernel/operation';
import { done, refuse } from '../../../kernel/refusal';
import { aBarcode } from '../../../kernel/validate';
import { noteLooks } from '../../../steps/looks';
import { deskItem } from './desk-item';

/** A copy by its barcode: names and title stand in it. Whoever has or had it was looked at. */
export const item = reading('desk.item', {
  role: 'circulation',
  schema: v.strictObject({ barcode: aBarcode }),
  run: async (context, { barcode }) => {
    const { db, library } = context;
    const found = await db.get('items', barcode);
    if (!found) return refuse({ code: 'item_not_found', barcode: barcode });
    const { loan, lastLoan } = found;
    const named = [loan?.readerId ?? '', lastLoan?.readerId ?? ''].filter((id) => id !== '');
    const [queue] = await Promise.all([
      db.get('holdQueues', found.titleId),
      noteLooks(context, named, 'desk.item'),
    ]);
    return done(deskItem(library, found, queue?.holds ?? []));
  },
});
