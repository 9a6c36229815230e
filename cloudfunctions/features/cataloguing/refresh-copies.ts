import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { refreshCopiesOf } from '../../steps/refreshing-copies';

/**
 * What the timer would do soon, at once: the outcome follows from the title alone, so no request id is
 * needed.
 */
export const refreshCopies = reading('cataloguing.refreshCopies', {
  role: 'cataloguer',
  schema: v.strictObject({ titleId: anId }),
  run: async ({ db }, { titleId }) => {
    const due = await db.get('titleRefreshes', titleId);
    return done({ refreshed: due ? await refreshCopiesOf(db, titleId) : 0 });
  },
});
