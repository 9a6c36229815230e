import { rankAsOrder } from '../community/draw';
import { withAbsence } from '../community/absences';
import { eventSettings } from '../community/event-terms';
import { ticketOf } from '../community/tickets';
import type { EventDocument, RegistrationDocument } from '../documents';
import type { JobContext } from '../kernel/context';
import { isIn, type Transaction } from '../kernel/database';
import { localDateOf } from '../kernel/local-date';
import { tellingToAll } from './event-notices';
import { eventWithin } from './event-places';
import { tellNew } from './telling-many';

const BATCH = 100;
const TOGETHER = 20;

/**
 * What follows from what staff did to an event, for everybody who registered: they are told, dates move
 * with it, places are drawn, who came is written down. Each part may be done twice; what is finished leaves
 * the event.
 */
export const followEvent = async (context: JobContext, eventId: string): Promise<void> => {
  const event = await context.db.get('events', eventId);
  if (!event) return;
  for (const telling of event.tellings)
    if ((telling.from ?? '') <= context.now) await tellAll(context, event, telling);
  if (event.draw?.order) await giveRanks(context, event, event.draw.order);
  if (event.state === 'closed') await writeDown(context, event);
};

type Told = EventDocument['tellings'][number];

/** A recap is for who came, who could not, and who found no place; what comes before, for who still may. */
const CONCERNED = {
  before: ['registered', 'offered', 'waiting', 'entered'],
  after: ['registered', 'attended', 'absent', 'waiting', 'entered', 'passed'],
};

/** Tells everybody once, as each occasion has its own name, and takes the telling off the event. */
const tellAll = async (context: JobContext, event: EventDocument, telling: Told): Promise<void> => {
  const { db } = context;
  if (telling.kind === 'changed')
    await db.updateWhere(
      'registrations',
      { eventId: event._id },
      { startsAt: event.startsAt, endsAt: event.endsAt, changed: true },
    );
  for (let skip = 0; ; skip += BATCH) {
    const some = await db.find('registrations', {
      where: { eventId: event._id, status: isIn(CONCERNED[telling.kind === 'recap' ? 'after' : 'before']) },
      orderBy: [['_id', 'asc']],
      skip,
      limit: BATCH,
    });
    await tellNew(
      context,
      some.map((own) => tellingToAll(event, own, telling, context)),
    );
    if (some.length < BATCH) break;
  }
  await db.transact(async (transaction) => {
    const now = await eventWithin(transaction, event._id);
    if (!now) return;
    await transaction.put('events', { ...now, tellings: now.tellings.filter(({ id }) => id !== telling.id) });
  });
};

/** Tickets of a draw become places in the line, in the order that was drawn. */
const giveRanks = async (
  { db }: JobContext,
  event: EventDocument,
  order: readonly string[],
): Promise<void> => {
  const rankOf = new Map(order.map((ticket, rank) => [ticket, rank]));
  for (;;) {
    const some = await registrationsOf(db, event, 'entered', TOGETHER);
    if (some.length === 0) return;
    await db.transact(async (transaction) => {
      for (const { _id } of some) {
        const own = await transaction.get('registrations', _id);
        if (own?.status !== 'entered') continue;
        const rank = rankOf.get(ticketOf(event._id, own.readerId)) ?? order.length;
        await transaction.put('registrations', { ...own, status: 'waiting', order: rankAsOrder(rank) });
      }
    });
  }
};

const registrationsOf = (
  db: JobContext['db'],
  { _id }: EventDocument,
  status: RegistrationDocument['status'],
  limit: number,
): Promise<RegistrationDocument[]> =>
  db.find('registrations', { where: { eventId: _id, status }, orderBy: [['_id', 'asc']], limit });

/**
 * Who had a place came, or it is written into their record, which fades. Where nobody was checked in, nobody
 * is said to have been away. Whose places were held is forgotten with it.
 */
const writeDown = async (context: JobContext, event: EventDocument): Promise<void> => {
  const { db } = context;
  const looked = event.cancelled || (await anybodyCame(db, event));
  for (;;) {
    const some = await registrationsOf(db, event, 'registered', TOGETHER);
    if (some.length === 0) break;
    await db.transact(async (transaction) => {
      for (const { _id } of some) await writeDownOne(transaction, context, event, { _id, looked });
    });
  }
  await db.transact(async (transaction) => {
    const now = await eventWithin(transaction, event._id);
    if (!now) return;
    await transaction.put('events', { ...now, held: [], registered: now.cancelled ? 0 : now.registered });
  });
};

const anybodyCame = async (db: JobContext['db'], { _id }: EventDocument): Promise<boolean> => {
  const some = await db.find('registrations', { where: { eventId: _id, came: true }, limit: 1 });
  return some.length > 0;
};

const writeDownOne = async (
  transaction: Transaction,
  { library, today }: JobContext,
  event: EventDocument,
  { _id, looked }: { _id: string; looked: boolean },
): Promise<void> => {
  const own = await transaction.get('registrations', _id);
  if (own?.status !== 'registered') return;
  const status = event.cancelled ? 'cancelled' : own.came || !looked ? 'attended' : 'absent';
  await transaction.put('registrations', { ...own, status });
  const reader = status === 'absent' && (await transaction.get('readers', own.readerId));
  if (!reader || reader.standing === 'closed') return;
  const rule = eventSettings(library).absences;
  const missedEvents = withAbsence(reader, localDateOf(event.startsAt), rule, today);
  await transaction.amend('readers', reader._id, { set: { missedEvents } });
};
