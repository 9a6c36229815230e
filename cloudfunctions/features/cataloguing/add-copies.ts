import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { addCopiesWithin, copyOf, refusedBefore } from './adding-copies';
import { copies } from './schema';

/** Copies of a title that is here. The copy carries "one barcode, one copy". */
export const addCopies = writing('cataloguing.addCopies', {
  role: 'cataloguer',
  schema: v.strictObject({ titleId: anId, copies: v.pipe(copies, v.minLength(1, '还没有条码')) }),
  prepare: async (context, input) => {
    const refusals = await refusedBefore(context, input.copies);
    return refusals.length > 0 ? { refusals } : undefined;
  },
  run: async (context, input, transaction) => {
    const title = await transaction.get('titles', input.titleId);
    if (!title) return refuse({ code: 'title_not_found' });
    const added = await addCopiesWithin(transaction, context, title, input.copies);
    if ('refusals' in added) return added;
    // A branch may have its first copy: search finds titles by branch.
    await transaction.put('titleChanges', { _id: title._id, at: context.now });
    const [only] = added.items.length === 1 ? added.items : [];
    return {
      value: { list: added.items.map((item) => copyOf(context.library, item)) },
      log: {
        outcome: only ? '编目：加复本' : `编目：加复本 ${added.items.length} 册`,
        titleName: title.title,
        branchId: only?.homeBranchId ?? context.staff.branchId,
        ...(only && { barcode: only._id }),
      },
    };
  },
});
