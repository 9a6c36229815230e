import * as v from 'valibot';
import { cleanScan } from '../../../kernel/card-code';
import { reading } from '../../../kernel/operation';
import { done, refuse } from '../../../kernel/refusal';
import { aScan } from '../../../kernel/validate';
import { deskItem } from './desk-item';

/** A copy by its barcode. Two round trips: names and title stand in the copy. */
export const item = reading('desk.item', {
  role: 'circulation',
  schema: v.strictObject({ barcode: aScan }),
  run: async ({ db, library }, { barcode }) => {
    const found = await db.get('items', cleanScan(barcode));
    if (!found) return refuse({ code: 'item_not_found', barcode: cleanScan(barcode) });
    const queue = await db.get('holdQueues', found.titleId);
    return done(deskItem(library, found, queue?.holds ?? []));
  },
});
