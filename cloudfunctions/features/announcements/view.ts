import type { Audience, ToldSoFar, DeskAnnouncement } from '../../../typings/contract/announcements';
import { branchName } from '../../circulation/branches';
import { audienceWords } from '../../community/audience';
import type { AnnouncementDocument, EventDocument, OutboxDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { interestWords } from '../../reads/interests';
import { categoryName } from '../../views/readers';

export const deskAnnouncement = (
  { _id, state, toldFrom, ...rest }: AnnouncementDocument,
  now: string,
  spreading: Pick<OutboxDocument, 'status'> | null = null,
): DeskAnnouncement => ({
  ...rest,
  announcementId: _id,
  state:
    state !== 'sent'
      ? state
      : toldFrom !== null && toldFrom > now
        ? 'scheduled'
        : spreading?.status === 'pending'
          ? 'sending'
          : 'sent',
});

/** Whom it is for, with the names that this library has for it. */
export const wordsFor = async (
  context: Pick<Context, 'db' | 'library'>,
  audience: Audience,
): Promise<string> => {
  const { db, library } = context;
  const [interests, event] = await Promise.all([
    audience.interests.length > 0 ? interestWords(context) : [],
    audience.eventId ? db.get('events', audience.eventId) : null,
  ]);
  const names: Record<string, (id: string) => string> = {
    branch: (id) => branchName(library, id),
    interest: (id) => interests.find((word) => word.id === id)?.name ?? id,
    category: (id) => categoryName(library, id),
    event: () => event?.title ?? '已不在的活动',
  };
  return audienceWords(audience, (kind, id) => names[kind]?.(id) ?? id);
};

/** What became of it, counted where each reader's message stands. */
export const deliveryOf = async ({ db }: Pick<Context, 'db'>, of: string): Promise<ToldSoFar> => {
  const count = (status: OutboxDocument['status']) => db.count('outbox', { of, status });
  const [sent, inDigest, pending, sending, notSubscribed, switchedOff, outdated, failed, some] =
    await Promise.all([
      count('sent'),
      count('in_digest'),
      count('pending'),
      count('sending'),
      count('not_subscribed'),
      count('switched_off'),
      count('outdated'),
      count('failed'),
      db.find('outbox', { where: { of, status: 'failed' }, limit: 1000, fields: ['error'] }),
    ]);
  const waiting = pending + sending;
  const told = sent + inDigest + waiting + notSubscribed + switchedOff + outdated + failed;
  return { told, sent, inDigest, waiting, notSubscribed, switchedOff, outdated, failed, why: reasons(some) };
};

const reasons = (some: readonly Pick<OutboxDocument, 'error'>[]): ToldSoFar['why'] => {
  const times = new Map<string, number>();
  for (const { error } of some) times.set(error, (times.get(error) ?? 0) + 1);
  return [...times].map(([error, readers]) => ({ error, readers })).sort((a, b) => b.readers - a.readers);
};

/** An event that is not over, or was lately: those who came may be told something. */
export const eventChoice = ({ _id, title }: Pick<EventDocument, '_id' | 'title'>) => ({
  id: _id,
  name: title,
});
