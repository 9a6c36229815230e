import { hoursOn, spansOf } from '../circulation/calendar';
import type { Library, OpeningHours, TalkDocument } from '../documents';
import type { Context } from '../kernel/context';
import { isIn, type Transaction } from '../kernel/database';
import { localTimeOf } from '../kernel/local-date';
import { inOrder, presentNow, talkNow, type TalkTime } from '../reference/talk';

type Asked = Pick<Context, 'db' | 'now' | 'today' | 'library'>;

/** A library has not so many talks open at once; more than these are not looked at together. */
const MOST_OPEN = 500;
/** From so many of the last talks the waiting time is told. */
const LAST_TALKS = 20;

/** When librarians answer today: in the hours of the chosen branch, else of the first. */
export const answeringHours = (
  { settings, branches, calendars }: Library,
  today: string,
): OpeningHours | null => {
  const branch = branches.find(({ _id }) => _id === settings.reference?.branchId) ?? branches[0];
  return branch ? hoursOn(branch, calendars, today) : null;
};

/** Who is there, and whether it is time to answer: one round trip. */
export const talkTime = async ({ db, now, today, library }: Asked): Promise<TalkTime> => {
  const presences = await db.find('talkPresences', { where: {}, limit: 200 });
  const hours = answeringHours(library, today);
  const time = localTimeOf(now);
  return {
    now,
    open: hours !== null && spansOf(hours).some(({ from, to }) => from <= time && time < to),
    present: presentNow(presences, now),
  };
};

/** Talks that are not ended, as they are now, in the order of the queue. */
export const openTalks = async ({ db }: Pick<Context, 'db'>, time: TalkTime): Promise<TalkDocument[]> => {
  const rows = await db.find('talks', {
    where: { state: isIn(['waiting', 'talking', 'left']) },
    orderBy: [['askedAt', 'desc']],
    limit: MOST_OPEN,
  });
  return inOrder(rows.map((talk) => talkNow(talk, time)));
};

/** Place of a talk in the queue, from 1; 0 where it does not wait. */
export const placeIn = (open: readonly TalkDocument[], talkId: string): number =>
  open.filter(({ state }) => state === 'waiting').findIndex(({ _id }) => _id === talkId) + 1;

/** What the last talks waited for each place, seconds. */
export const lastWaits = async ({ db }: Pick<Context, 'db'>): Promise<number[]> => {
  const rows = await db.find('talks', {
    where: {},
    orderBy: [['takenAt', 'desc']],
    limit: LAST_TALKS,
    fields: ['secondsAPlace'],
  });
  return rows.flatMap(({ secondsAPlace }) => (secondsAPlace === null ? [] : [secondsAPlace]));
};

/**
 * A talk as it is now, within the transaction that changes it. Whoever has it may have come after `time` was
 * read: their own document is looked at before they count as gone.
 */
export const talkWithin = async (
  transaction: Transaction,
  talkId: string,
  time: TalkTime,
): Promise<TalkDocument | null> => {
  const talk = await transaction.get('talks', talkId);
  if (talk?.state !== 'talking' || time.present.has(talk.takenBy)) return talk && talkNow(talk, time);
  const presence = await transaction.get('talkPresences', talk.takenBy);
  const isThere = presence !== null && presence.until > time.now;
  return talkNow(talk, isThere ? { ...time, present: new Set([...time.present, talk.takenBy]) } : time);
};
