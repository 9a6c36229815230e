import * as v from 'valibot';
import type { EventDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { eventSummary } from '../../views/events';

export const list = reading('events.list', {
  caller: 'visitor',
  schema: v.strictObject({ mine: v.optional(v.boolean()), after: aPageStart }),
  run: async (context, { mine, after }) => {
    const { db, openid } = context;
    const identity = await db.get('identities', openid);
    if (mine && !identity) return refuse({ code: 'no_card' });
    return done(
      mine && identity
        ? await registered(context, identity.readerId, startOf(after))
        : await coming(context, identity?.readerId, startOf(after)),
    );
  },
});

const coming = async (context: Context, readerId: string | undefined, start: number) => {
  const { db, now } = context;
  const events = await db.find('events', {
    where: { endsAt: between({ from: now }) },
    orderBy: [
      ['endsAt', 'asc'],
      ['_id', 'asc'],
    ],
    skip: start,
    limit: PAGE_SIZE + 1,
  });
  const registrations = readerId
    ? await db.getMany(
        'registrations',
        events.map((event) => `${event._id}_${readerId}`),
      )
    : [];
  const mine = new Set(
    registrations.filter((each) => each.status === 'registered').map((each) => each.eventId),
  );
  const page = pageOf(events, start);
  return {
    list: page.list.map((event) => eventSummary(event, mine.has(event._id), context)),
    next: page.next,
  };
};

const registered = async (context: Context, readerId: string, start: number) => {
  const registrations = await context.db.find('registrations', {
    where: { readerId, status: 'registered' },
    orderBy: [['startsAt', 'desc']],
    skip: start,
    limit: PAGE_SIZE + 1,
  });
  const page = pageOf(registrations, start);
  const events = await context.db.getMany(
    'events',
    page.list.map((each) => each.eventId),
  );
  const inOrder = page.list.flatMap(
    (each) => events.find((event) => event._id === each.eventId) ?? [],
  ) as EventDocument[];
  return { list: inOrder.map((event) => eventSummary(event, true, context)), next: page.next };
};
