import * as v from 'valibot';
import { factsOf } from '../../../cataloguing/title-facts';
import { pastError } from '../../../circulation/waiting-time';
import { reading } from '../../../kernel/operation';
import { done, refuse } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { lateWaits } from '../../../reads/waits';
import { queueRows } from './rows';

/**
 * A title's queue, and how often the waiting times came true that readers of this library were told. Two
 * round trips deep.
 */
export const show = reading('desk.queue', {
  role: 'circulation',
  schema: v.strictObject({ titleId: anId }),
  run: async (context, { titleId }) => {
    const { db } = context;
    const [title, queue, waits] = await Promise.all([
      db.get('titles', titleId),
      db.get('holdQueues', titleId),
      lateWaits(db),
    ]);
    if (!title) return refuse({ code: 'title_not_found' });
    const { sample, held } = pastError(waits);
    return done({
      title: factsOf(title),
      list: await queueRows(context, queue?.holds ?? []),
      told: sample === 0 ? null : { kept: held, of: sample },
    });
  },
});
