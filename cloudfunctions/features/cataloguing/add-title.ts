import * as v from 'valibot';
import { factsOf } from '../../cataloguing/title-facts';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { addCopiesWithin, refusedBefore } from './adding-copies';
import { findAlike } from './alike';
import { claim } from './claiming';
import { newTitle } from './record';
import { aRecord, besides, copies } from './schema';

/**
 * A title, its first copies, what tells search of it and the log line stand or fall together. The claims
 * carry "one book is not catalogued at two desks at once", the copies "one barcode, one copy".
 */
export const addTitle = writing('cataloguing.addTitle', {
  role: 'cataloguer',
  schema: v.strictObject({ record: aRecord, copies, besides }),
  prepare: async (context, input) => {
    const refusals = await refusedBefore(context, input.copies);
    return refusals.length > 0 ? { refusals } : findAlike(context.db, input.record, input.besides);
  },
  run: async (context, input, transaction, found) => {
    if (found.length > 0) return refuse({ code: 'title_here_already', titles: found });
    const title = newTitle(context.newId(), input.record, context.now);
    const claimed = await claim(transaction, title._id, input.record, {
      now: context.now,
      besides: input.besides,
    });
    if (claimed.length > 0) return refuse({ code: 'title_here_already', titles: claimed });
    const added = await addCopiesWithin(transaction, context, title, input.copies);
    if ('refusals' in added) return added;
    await transaction.put('titles', title);
    await transaction.put('titleChanges', { _id: title._id, at: context.now });
    const [only] = added.items.length === 1 ? added.items : [];
    return {
      value: { titleId: title._id, title: factsOf(title), copies: added.items.length },
      log: {
        outcome: `编目：新书目，复本 ${added.items.length} 册`,
        titleName: title.title,
        branchId: context.staff.branchId,
        ...(only && { barcode: only._id }),
      },
    };
  },
});
