import type { CollectionName, Documents, NoticeDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import type { Condition, Transaction } from '../../kernel/database';
import { unbook } from '../../steps/unbooking';
import { forgetTalk } from '../../steps/talks';
import { withoutOldTries } from './old-tries';

/**
 * How long it is kept who a document tells of. A term finds documents of one collection by a moment or a day
 * that has passed so many days ago; what it does to one may be done twice.
 */
export interface Term<C extends CollectionName = CollectionName> {
  collection: C;
  where: Record<string, Condition>;
  /** Field with the moment or day from which the days count. */
  since: keyof Documents[C] & string;
  /** "log": as long as lines of the log name a reader, as the library has set it. */
  days: number | 'log';
  /** The document afterwards; null: it goes. */
  becomes:
    | ((document: Documents[C]) => Documents[C] | null)
    | { act: (transaction: Transaction, document: Documents[C], context: JobContext) => Promise<void> };
}

const HALF_A_YEAR = 183;
const A_YEAR = 365;
const A_QUARTER = 92;
const TWO_YEARS = 730;

const A_DAY = 1;

const goes = (): null => null;
const term = <C extends CollectionName>(one: Term<C>): Term => one as unknown as Term;

/** Told again while a loan goes on: that the occasion was told has to outlive what it said. */
const TOLD_AGAIN: readonly NoticeDocument['topic'][] = ['due_soon', 'overdue'];

const afterNotice = (notice: NoticeDocument): NoticeDocument | null =>
  TOLD_AGAIN.includes(notice.topic)
    ? { ...notice, readerId: '', title: '', body: '', link: '', named: false }
    : null;

/** In the order in which the nightly job goes through them. Lines of the log have a job of their own. */
export const TERMS: readonly Term[] = [
  term<'notices'>({
    collection: 'notices',
    where: { named: true },
    since: 'at',
    days: 'log',
    becomes: afterNotice,
  }),
  term<'notices'>({
    collection: 'notices',
    where: { named: false },
    since: 'at',
    days: TWO_YEARS,
    becomes: goes,
  }),
  ...(['sent', 'not_subscribed', 'failed'] as const).map((status) =>
    term<'outbox'>({
      collection: 'outbox',
      where: { status },
      since: 'nextAttemptAt',
      days: 'log',
      becomes: goes,
    }),
  ),
  term<'holds'>({ collection: 'holds', where: {}, since: 'closedAt', days: 'log', becomes: goes }),
  term<'accountLines'>({
    collection: 'accountLines',
    where: { open: 0 },
    since: 'bookUntil',
    days: 0,
    becomes: { act: unbook },
  }),
  term<'conflicts'>({
    collection: 'conflicts',
    where: { status: 'settled' },
    since: 'settledAt',
    days: 'log',
    becomes: goes,
  }),
  term<'closureMoves'>({
    collection: 'closureMoves',
    where: {},
    since: 'until',
    days: 'log',
    becomes: goes,
  }),
  term<'registrations'>({
    collection: 'registrations',
    where: {},
    since: 'startsAt',
    days: HALF_A_YEAR,
    becomes: goes,
  }),
  term<'replayPositions'>({
    collection: 'replayPositions',
    where: {},
    since: 'at',
    days: A_YEAR,
    becomes: goes,
  }),
  // One that still counts may stand beside those that no longer do.
  term<'linkTries'>({
    collection: 'linkTries',
    where: {},
    since: 'at',
    days: A_DAY,
    becomes: { act: withoutOldTries },
  }),
  term<'talks'>({
    collection: 'talks',
    where: {},
    since: 'endedAt',
    days: 'log',
    becomes: { act: forgetTalk },
  }),
  term<'bells'>({ collection: 'bells', where: {}, since: 'at', days: 'log', becomes: goes }),
  // A message that nobody ever answered.
  term<'talks'>({
    collection: 'talks',
    where: { state: 'left' },
    since: 'lastReaderAt',
    days: A_QUARTER,
    becomes: { act: forgetTalk },
  }),
  term<'recordLooks'>({ collection: 'recordLooks', where: {}, since: 'day', days: A_YEAR, becomes: goes }),
];

/** What goes at once with an account, by the reader's id; what is changed by a step has its own place. */
export const GOES_WITH_ACCOUNT = [
  'notices',
  'subscriptions',
  'recordLooks',
  'bookLists',
  'holds',
  'registrations',
  'replayPositions',
  'closureMoves',
  'talks',
  'talkLines',
  'talkMarks',
  'openTalks',
  'bells',
] as const satisfies readonly CollectionName[];
