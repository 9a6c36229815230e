import * as v from 'valibot';
import type { CataloguingApi } from '../../../typings/contract/cataloguing';
import { staffReading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { refreshItems } from './refreshing';

type Out = ReturnType<CataloguingApi['cataloguing.refreshCopies']>;

/** What the timer would do soon, at once: the outcome follows from the title alone, so no request id is needed. */
export const refreshCopies = staffReading<{ titleId: string }, Out>(
  'cataloguer',
  v.strictObject({ titleId: anId }),
  async ({ db }, { titleId }) => {
    const due = await db.get('titleRefreshes', titleId);
    return done({ refreshed: due ? await refreshItems(db, titleId) : 0 });
  },
);
