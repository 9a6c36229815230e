import type { Instant, LocalDate } from '../typings/contract/shapes';
import type { EventDocument, EventDraw, RegistrationDocument } from '../cloudfunctions/documents';
import { drawnOrder, publishedList, rankAsOrder } from '../cloudfunctions/community/draw';
import { DEFAULT_TERMS, NOTHING_YET } from '../cloudfunctions/community/event-terms';
import { sha256, ticketOf } from '../cloudfunctions/community/tickets';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { PLANS, type Plan } from './event-plans';

type Dated = Omit<Plan, 'on'> & { on: LocalDate };

const plans = (today: LocalDate): Dated[] => PLANS.map((plan) => ({ ...plan, on: plan.on(today) }));

const closesAt = ({ on, from, closesDaysBefore }: Dated): Instant =>
  closesDaysBefore === undefined ? instantOf(on, from) : instantOf(addDays(on, -closesDaysBefore), '12:00');

export function eventsOn(today: LocalDate): EventDocument[] {
  return plans(today).map((plan) => {
    const { on, from, to, opensDaysBefore, cancelled = false, lectureId = null, terms, door = 0 } = plan;
    const over = plan.on < today;
    const has = registrationsOf(plan).filter(({ token }) => token !== '');
    const held = has.map(({ readerId, places, token }) => ({ readerId, places, token }));
    const registered = has.reduce((sum, each) => sum + each.places, 0);
    const waits = registrationsOf(plan).some(({ status }) => status === 'waiting');
    return {
      ...NOTHING_YET,
      _id: plan._id,
      title: plan.title,
      kind: plan.kind,
      speaker: plan.speaker,
      about: plan.about,
      audience: plan.audience,
      branchId: plan.branchId,
      place: plan.place,
      startsAt: instantOf(on, from),
      endsAt: instantOf(on, to),
      opensAt: instantOf(addDays(on, -opensDaysBefore), '09:00'),
      closesAt: closesAt(plan),
      quota: plan.quota,
      door,
      registered,
      // Who had a place is forgotten with the attendance.
      held: over ? [] : held,
      state: over ? 'closed' : 'published',
      free: waits ? 0 : plan.quota - door - registered,
      cancelled,
      lectureId,
      recapFrom: lectureId && instantOf(addDays(on, 2), '10:00'),
      terms: { ...DEFAULT_TERMS, ...terms },
      agenda: plan.agenda ?? [],
      bring: plan.bring ?? '',
      nextAt: plan.drawn && !plan.drawn.figure ? closesAt(plan) : null,
      draw: drawOf(plan),
    };
  });
}

const SHARE = 'b7c1e0a95d3f42868f10c2d4e6a8b0c2';

/** What was published of a draw by now: nothing but its source before its list is closed. */
function drawOf(plan: Dated): EventDraw | null {
  const { drawn, on } = plan;
  if (!drawn) return null;
  const seedAt = instantOf(addDays(on, -drawn.seedDaysBefore), '22:00');
  const draw: EventDraw = { source: drawn.source, seedAt, commitment: sha256(SHARE), share: SHARE };
  if (drawn.figure === undefined) return draw;
  const list = publishedList({ _id: plan._id, draw }, ticketsIn(plan), closesAt(plan));
  if (!list) return draw;
  return {
    ...list,
    figure: drawn.figure,
    drawnAt: instantOf(addDays(on, -drawn.seedDaysBefore), '22:30'),
    order: drawnOrder(list, drawn.figure),
  };
}

const ticketsIn = ({ entered = {} }: Dated): RegistrationDocument[] =>
  Object.entries(entered).map(([readerId, places]) => ({ readerId, places })) as RegistrationDocument[];

function registrationsOf(plan: Dated): RegistrationDocument[] {
  const { _id, on, from, to, opensDaysBefore, readers, waiting = [], entered = {}, drawn } = plan;
  const at = (n: number): Instant => instantOf(addDays(on, 1 - opensDaysBefore), `1${n % 10}:05`);
  const one = (
    readerId: string,
    n: number,
    status: RegistrationDocument['status'],
    places = 1,
  ): RegistrationDocument => ({
    _id: `${_id}_${readerId}`,
    eventId: _id,
    readerId,
    startsAt: instantOf(on, from),
    endsAt: instantOf(on, to),
    status,
    at: at(n),
    order: `${at(n)}_${String(n).padStart(8, '0')}`,
    places,
    guests: [],
    answers: {},
    token: status === 'registered' ? `${at(n)}~demo-${_id}-${n}` : '',
    offerEndsAt: null,
    changed: false,
    came: false,
    checkedIn: null,
  });
  const all = [
    ...readers.map((readerId, n) => one(readerId, n, 'registered')),
    ...waiting.map((readerId, n) => one(readerId, readers.length + n, 'waiting')),
  ];
  const tickets = Object.entries(entered);
  if (!drawn?.figure) return [...all, ...tickets.map(([id, places], n) => one(id, n, 'entered', places))];
  return [...all, ...drawnOf(plan, (id, n, status, places) => one(id, n, status, places))];
}

/** Places went down the order of the draw; who found too few left keeps their rank in the list. */
function drawnOf(
  plan: Dated,
  one: (id: string, n: number, status: 'registered' | 'waiting', places: number) => RegistrationDocument,
): RegistrationDocument[] {
  const order = drawOf(plan)?.order ?? [];
  const rankOf = (readerId: string): number => order.indexOf(ticketOf(plan._id, readerId));
  const tickets = Object.entries(plan.entered ?? {}).sort(([a], [b]) => rankOf(a) - rankOf(b));
  let left = plan.quota - (plan.door ?? 0);
  return tickets.map(([readerId, places], n) => {
    const fits = places <= left;
    left -= fits ? places : 0;
    return {
      ...one(readerId, n, fits ? 'registered' : 'waiting', places),
      order: rankAsOrder(rankOf(readerId)),
    };
  });
}

export const registrationsOn = (today: LocalDate, now: Instant): RegistrationDocument[] =>
  plans(today).flatMap((plan) =>
    registrationsOf(plan).map((each) => ({
      ...each,
      at: each.at < now ? each.at : now,
      ...(plan.on < today && each.status === 'registered' && { status: 'attended' as const, came: true }),
    })),
  );
