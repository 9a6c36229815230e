import { createHash } from 'node:crypto';
import type { PublishedDraw } from '../../typings/contract/events';
import type { Instant } from '../../typings/contract/shapes';
import type { EventDocument, EventDraw, RegistrationDocument } from '../documents';
import { places } from './event-terms';
import { sha256, ticketOf } from './tickets';

/** One ticket for each registration, a family's too, in the order of their names. */
export const ticketsOf = (
  eventId: string,
  entered: readonly Pick<RegistrationDocument, 'readerId' | 'places'>[],
): { ticket: string; places: number }[] =>
  entered
    .map(({ readerId, places: count }) => ({ ticket: ticketOf(eventId, readerId), places: count }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));

/** The list as its hash is made: "ticket places", one line each, each line ended. */
export const listText = (tickets: readonly { ticket: string; places: number }[]): string =>
  tickets.map((each) => `${each.ticket} ${each.places}\n`).join('');

/** A draw whose list is closed: from now on nobody gets in and nobody is taken out of it. */
export const publishedList = (
  event: Pick<EventDocument, '_id' | 'draw'>,
  entered: readonly RegistrationDocument[],
  now: Instant,
): EventDraw | null => {
  if (!event.draw) return null;
  const tickets = ticketsOf(event._id, entered);
  return { ...event.draw, tickets, listHash: sha256(listText(tickets)), publishedAt: now };
};

/**
 * The key of RFC 3797, section 4.1: the numbers of the public figure in ascending order, each with a point
 * behind it, then a stroke; then our own share and the hash of the list, each with a stroke.
 */
export const keyOf = (figure: string, share: string, listHash: string): string => {
  const numbers = (figure.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));
  const ascending = numbers.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return `${ascending.map((number) => `${number}.`).join('')}/${share}/${listHash}/`;
};

/**
 * The order of RFC 3797, section 4: positions from 0 of a pool, each drawn from what is left by the MD5 of
 * a counter, the key and the counter again, as a number of 128 bits modulo the rest. What is uneven in that
 * is less than one part in 2^118 for a pool of a thousand.
 */
export const orderOfDraw = (key: string, pool: number, draws = pool): number[] => {
  const left = Array.from({ length: pool }, (_, n) => n);
  return Array.from({ length: draws }, (_, n) => {
    const count = Buffer.from([n >> 8, n & 255]);
    const digest = createHash('md5').update(count).update(key).update(count).digest();
    const at = digest.reduce((rest, byte) => (rest * 256 + byte) % left.length, 0);
    return left.splice(at, 1)[0] ?? 0;
  });
};

/** All tickets in the order in which places go to them. */
export const drawnOrder = (
  draw: Pick<EventDraw, 'tickets' | 'listHash' | 'share'>,
  figure: string,
): string[] => {
  const tickets = draw.tickets ?? [];
  const key = keyOf(figure, draw.share, draw.listHash ?? '');
  return orderOfDraw(key, tickets.length).map((n) => tickets[n]?.ticket ?? '');
};

/** A rank as the order of a registration: text order is the order of the draw. */
export const rankAsOrder = (rank: number): string => `draw-${String(rank).padStart(6, '0')}`;

/** Everything that is needed to do the draw again; our share only when it was drawn. */
export const publishedDraw = (event: EventDocument): PublishedDraw | null => {
  const { draw } = event;
  if (!draw?.tickets || !draw.listHash || !draw.publishedAt) return null;
  const { source, seedAt, commitment, tickets, listHash, publishedAt, figure, share, order } = draw;
  return {
    eventId: event._id,
    method: 'RFC 3797',
    places: places(event),
    source,
    seedAt,
    commitment,
    tickets,
    listHash,
    publishedAt,
    ...(figure !== undefined && order && { figure, share, order }),
  };
};
