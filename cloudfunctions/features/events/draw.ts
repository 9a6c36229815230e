import * as v from 'valibot';
import { publishedDraw } from '../../community/draw';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { isShown } from './own';

/** What was published of a draw, for everybody: whoever has it can do it again. */
export const draw = reading('events.draw', {
  caller: 'visitor',
  schema: v.strictObject({ eventId: anId }),
  run: async ({ db }, { eventId }) => {
    const event = await db.get('events', eventId);
    if (!event || !isShown(event)) return refuse({ code: 'event_not_found' });
    const published = publishedDraw(event);
    return published ? done(published) : refuse({ code: 'not_drawn_here' });
  },
});
