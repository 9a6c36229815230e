import * as v from 'valibot';
import type { EventSummary } from '../../../typings/contract/events';
import { servicesOf } from '../../community/event-terms';
import { registrationId } from '../../community/registration-id';
import type { EventDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between, isIn } from '../../kernel/database';
import { addMonths, instantOf, localDateOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAtOnce } from '../../reads/asking';
import { eventSummary } from '../../views/events';
import { anEventKind } from './kinds';

/** A library has not so many events ahead; more than these are not looked through. */
const MOST_AHEAD = 400;
const ONES_OWN = ['registered', 'offered', 'waiting', 'entered', 'attended', 'absent'];

interface Wanted {
  kind?: EventSummary['kind'] | undefined;
  branchId?: string | undefined;
  age?: number | undefined;
  free?: boolean | undefined;
}

export const list = reading('events.list', {
  caller: 'visitor',
  schema: v.strictObject({
    mine: v.optional(v.boolean()),
    kind: v.optional(anEventKind),
    branchId: v.optional(anId),
    age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))),
    free: v.optional(v.boolean()),
    after: aPageStart,
  }),
  run: async (context, { mine, after, ...wanted }) => {
    const reader = await readerAtOnce(context);
    if (mine && !reader) return refuse({ code: 'no_card' });
    const found =
      mine && reader
        ? await registered(context, reader, startOf(after))
        : await coming(context, reader, startOf(after), wanted);
    return done({ ...found, services: servicesOf(context.library) });
  },
});

const coming = async (context: Context, reader: ReaderDocument | null, start: number, wanted: Wanted) => {
  const { db, now } = context;
  const all = await db.find('events', {
    where: {
      state: isIn(['published', 'closed']),
      endsAt: between({ from: now }),
      ...(wanted.branchId !== undefined && { branchId: wanted.branchId }),
      kind: isIn(servicesOf(context.library).kinds.filter((kind) => kind === (wanted.kind ?? kind))),
    },
    orderBy: [
      ['endsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST_AHEAD,
    fields: SHOWN,
  });
  const page = pageOf(all.filter((event) => fits(event, wanted)).slice(start, start + PAGE_SIZE + 1), start);
  return { list: await summaries(context, page.list, reader), next: page.next };
};

/** Of an event, all but who holds its places. */
const SHOWN = [
  'title',
  'kind',
  'startsAt',
  'endsAt',
  'opensAt',
  'closesAt',
  'branchId',
  'place',
  'quota',
  'registered',
  'free',
  'cancelled',
  'state',
  'terms',
  'draw.listHash',
] as const;

const fits = ({ terms, free, cancelled }: EventDocument, wanted: Wanted): boolean =>
  (wanted.age === undefined ||
    ((terms.minAge ?? 0) <= wanted.age && wanted.age <= (terms.maxAge ?? Infinity))) &&
  (!wanted.free || (!cancelled && (terms.way !== 'first_come' || free > 0)));

const summaries = async (
  context: Context,
  events: readonly EventDocument[],
  reader: ReaderDocument | null,
): Promise<EventSummary[]> => {
  const ids = reader ? events.map(({ _id }) => registrationId(_id, reader._id)) : [];
  const own = new Map((await context.db.getMany('registrations', ids)).map((each) => [each.eventId, each]));
  return events.map((event) => eventSummary(event, { reader, own: own.get(event._id) ?? null }, context));
};

const registered = async (context: Context, reader: ReaderDocument, start: number) => {
  const registrations = await context.db.find('registrations', {
    where: { readerId: reader._id, status: isIn(ONES_OWN) },
    orderBy: [['startsAt', 'desc']],
    skip: start,
    limit: PAGE_SIZE + 1,
  });
  const page = pageOf(registrations, start);
  const events = await context.db.getMany(
    'events',
    page.list.map((each) => each.eventId),
  );
  const inOrder = page.list.flatMap((own) => {
    const event = events.find(({ _id }) => _id === own.eventId);
    return event ? [eventSummary(event, { reader, own }, context)] : [];
  });
  return { list: inOrder, next: page.next };
};

/** The events of a month by their days. */
export const month = reading('events.month', {
  caller: 'visitor',
  schema: v.strictObject({
    month: v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份应为 2026-01 这样的格式')),
  }),
  run: async (context, input) => {
    const first = `${input.month}-01`;
    const [reader, events] = await Promise.all([
      readerAtOnce(context),
      context.db.find('events', {
        where: {
          state: isIn(['published', 'closed']),
          endsAt: between({ from: instantOf(first) }),
          kind: isIn(servicesOf(context.library).kinds),
        },
        orderBy: [['endsAt', 'asc']],
        limit: MOST_AHEAD,
        fields: SHOWN,
      }),
    ]);
    const below = instantOf(addMonths(first, 1));
    const shown = await summaries(
      context,
      events.filter(({ startsAt }) => startsAt < below),
      reader,
    );
    const days = [...new Set(shown.map(({ startsAt }) => dayIn(startsAt, first)))].sort();
    return done({
      days: days.map((on) => ({ on, events: shown.filter(({ startsAt }) => dayIn(startsAt, first) === on) })),
    });
  },
});

/** What began in a month before stands on the first. */
const dayIn = (startsAt: string, first: string): string => {
  const day = localDateOf(startsAt);
  return day < first ? first : day;
};
