import * as v from 'valibot';
import { drawnOrder } from '../../community/draw';
import type { EventDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aComment, aText, anId, someLines } from '../../kernel/validate';
import { followEvent } from '../../steps/event-following';
import { eventWithin } from '../../steps/event-places';
import { settleWhileDue } from '../../steps/event-settling';
import { deskEvent } from '../../views/event-desk';

/** An event that staff do something to: there, and not called off. */
const runningWithin = async (transaction: Transaction, eventId: string) => {
  const event = await eventWithin(transaction, eventId);
  if (!event) return refuse({ code: 'event_not_found' });
  return event.cancelled ? refuse({ code: 'event_cancelled' }) : event;
};

/** Writes what was decided: what follows for everybody is done afterwards, at the latest by the timer. */
const written = async (
  transaction: Transaction,
  context: StaffContext,
  event: EventDocument,
  outcome: string,
  comment = '',
) => {
  const next = { ...event, nextAt: context.now };
  await transaction.put('events', next);
  return {
    value: deskEvent(next, context),
    log: { outcome, comment, titleName: event.title, branchId: event.branchId },
  };
};

export const callOff = writing('eventDesk.cancel', {
  role: 'events',
  schema: v.strictObject({ eventId: anId, why: aComment }),
  run: async (context, { eventId, why }, transaction) => {
    const event = await runningWithin(transaction, eventId);
    if ('refusals' in event) return event;
    if (event.state === 'closed') return refuse({ code: 'event_already_closed' });
    const telling = { id: String(event.turns), kind: 'cancelled' as const, text: why };
    const tellings = event.state === 'draft' ? [] : [...event.tellings, telling];
    return written(transaction, context, { ...event, cancelled: true, tellings }, '取消活动', why);
  },
  afterwards: async (context, { eventId }) => followEvent(context, eventId),
});

export const message = writing('eventDesk.message', {
  role: 'events',
  schema: v.strictObject({ eventId: anId, words: v.pipe(someLines(300), v.minLength(1, '不能为空')) }),
  run: async (context, { eventId, words }, transaction) => {
    const event = await eventWithin(transaction, eventId);
    if (!event) return refuse({ code: 'event_not_found' });
    const telling = { id: String(event.turns), kind: 'words' as const, text: words };
    const next = { ...event, tellings: [...event.tellings, telling] };
    const { log } = await written(transaction, context, next, '通知报名的读者', words);
    return { value: { eventId }, log };
  },
  afterwards: async (context, { eventId }) => followEvent(context, eventId),
});

/** The event is over: who had a place came, or was not there. */
export const close = writing('eventDesk.close', {
  role: 'events',
  schema: v.strictObject({ eventId: anId }),
  run: async (context, { eventId }, transaction) => {
    const event = await runningWithin(transaction, eventId);
    if ('refusals' in event) return event;
    if (event.state === 'closed') return refuse({ code: 'event_already_closed' });
    if (context.now < event.startsAt) return refuse({ code: 'event_not_begun', startsAt: event.startsAt });
    return written(transaction, context, { ...event, state: 'closed' }, '活动结束登记');
  },
  afterwards: async (context, { eventId }) => followEvent(context, eventId),
});

/** Draws by the public figure. The event carries that there is one result, whoever asks again. */
export const drawNow = writing('eventDesk.draw', {
  role: 'events',
  schema: v.strictObject({ eventId: anId, figure: v.pipe(aText(120), v.regex(/\d/, '请写上公布的数字')) }),
  run: async (context, { eventId, figure }, transaction) => {
    const event = await runningWithin(transaction, eventId);
    if ('refusals' in event) return event;
    const { draw } = event;
    if (!draw) return refuse({ code: 'not_drawn_here' });
    if (draw.order) return refuse({ code: 'already_drawn' });
    // A list that was closed after the figure could be known proves nothing.
    if (!draw.publishedAt || draw.publishedAt >= draw.seedAt)
      return refuse({ code: 'event_times_wrong', field: 'seedAt' });
    if (context.now < draw.seedAt) return refuse({ code: 'draw_not_due', seedAt: draw.seedAt });
    const drawn = { ...draw, figure, drawnAt: context.now, order: drawnOrder(draw, figure) };
    return written(transaction, context, { ...event, draw: drawn }, '抽签', figure);
  },
  afterwards: async (context, { eventId }) => settleWhileDue(context, eventId),
});
