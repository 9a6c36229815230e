import type { Audience } from '../../typings/contract/announcements';
import type { LocalDate } from '../../typings/contract/shapes';
import { belongs, bornBetween, isChosen } from '../community/audience';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import { between, isIn, type Condition, type Query } from '../kernel/database';

type At = Pick<Context, 'db' | 'today'>;

/** Readers of one part; more calls of the database than this makes for them would take too long. */
const PART = 100;
const MOST_AT_ONCE = 1000;
const REGISTERED = ['registered', 'attended'];

/** The readers of an audience as the database finds them, but for those of an event. */
const whereOf = (audience: Audience, today: LocalDate): Record<string, Condition> => {
  const born = bornBetween(audience, today);
  return {
    standing: 'active',
    ...(audience.categories.length > 0 && { category: isIn(audience.categories) }),
    ...(audience.interests.length > 0 && { interests: isIn(audience.interests) }),
    ...(audience.branchIds.length > 0 && { 'openLoans.branchId': isIn(audience.branchIds) }),
    ...(born && { birthDate: between(born) }),
  };
};

const registrations = ({ db }: At, eventId: string, after: string, limit: number) =>
  db.find('registrations', {
    where: { eventId, status: isIn(REGISTERED), _id: between({ from: `${after}!` }) },
    orderBy: [['_id', 'asc']],
    limit,
    fields: ['readerId'],
  });

/** How many readers an audience has now. One round trip, or of an event two for each thousand. */
export const countAudience = async (context: At, audience: Audience): Promise<number> => {
  const { db, today } = context;
  if (!isChosen(audience)) return 0;
  if (!audience.eventId) return db.count('readers', whereOf(audience, today));
  let count = 0;
  for (let after = ''; ;) {
    const some = await registrations(context, audience.eventId, after, MOST_AT_ONCE);
    const readers = await db.getMany(
      'readers',
      some.map(({ readerId }) => readerId),
    );
    count += readers.filter((reader) => belongs(reader, audience, today)).length;
    const last = some.at(-1);
    if (!last || some.length < MOST_AT_ONCE) return count;
    after = last._id;
  }
};

/**
 * A part of the readers of an audience, behind the one where the last part ended; `after` null: the last
 * part.
 */
export const someOfAudience = async (
  context: At,
  audience: Audience,
  after: string,
): Promise<{ readers: ReaderDocument[]; after: string | null }> => {
  const { db, today } = context;
  if (audience.eventId) {
    const some = await registrations(context, audience.eventId, after, PART);
    const readers = await db.getMany(
      'readers',
      some.map(({ readerId }) => readerId),
    );
    return { readers: readers.filter((reader) => belongs(reader, audience, today)), after: endOf(some) };
  }
  const query: Query = {
    where: { ...whereOf(audience, today), _id: between({ from: `${after}!` }) },
    orderBy: [['_id', 'asc']],
    limit: PART,
  };
  const readers = await db.find('readers', query);
  return { readers, after: endOf(readers) };
};

const endOf = (some: readonly { _id: string }[]): string | null =>
  some.length < PART ? null : (some.at(-1)?._id ?? null);
