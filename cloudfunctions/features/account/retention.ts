import type {
  CollectionName,
  Documents,
  DonationDocument,
  DriftLegDocument,
  NoticeDocument,
  OutboxDocument,
} from '../../documents';
import type { JobContext } from '../../kernel/context';
import { isIn, type Condition, type Transaction } from '../../kernel/database';
import { APPLICATION_DAYS } from '../../membership/applications';
import { lapse } from '../../steps/applications';
import { unbook } from '../../steps/unbooking';
import { letMediaGo } from '../../steps/media';
import { forgetTalk } from '../../steps/talks';
import { forgetWork } from '../../steps/works';
import { FORGOTTEN_DONATION, FORGOTTEN_LEG } from '../../steps/given';
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

const NO_MORE_TO_SEND: readonly OutboxDocument['status'][] = [
  'sent',
  'in_digest',
  'not_subscribed',
  'switched_off',
  'outdated',
  'failed',
];

/** What is forgotten already is found no more. */
const forgottenLeg = (leg: DriftLegDocument): DriftLegDocument => ({ ...leg, ...FORGOTTEN_LEG, to: '' });
const forgottenDonation = (donation: DonationDocument): DonationDocument => ({
  ...donation,
  ...FORGOTTEN_DONATION,
  endedAt: '',
});

/** What a scan without network no longer tells: whose it was, and what was written about it. */
export const FORGOTTEN_CONFLICT = {
  ...{ readerId: '', readerName: '', card: '', comment: '' },
  named: false,
} satisfies Partial<Documents['conflicts']>;

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
  // A message goes with its notice, sent or not; those before 0.4.0 do not know when that was told.
  term<'outbox'>({ collection: 'outbox', where: {}, since: 'at', days: 'log', becomes: goes }),
  term<'outbox'>({
    collection: 'outbox',
    where: { status: isIn(NO_MORE_TO_SEND) },
    since: 'nextAttemptAt',
    days: 'log',
    becomes: goes,
  }),
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
  // One that nobody settles waits on, without whose it was.
  term<'conflicts'>({
    collection: 'conflicts',
    where: { named: true },
    since: 'arrivedAt',
    days: 'log',
    becomes: (conflict) => ({ ...conflict, ...FORGOTTEN_CONFLICT }),
  }),
  term<'conflicts'>({
    collection: 'conflicts',
    where: { status: 'open' },
    since: 'arrivedAt',
    days: A_YEAR,
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
  // The result stays for its medal; what was asked and answered goes.
  term<'quizAttempts'>({
    collection: 'quizAttempts',
    where: { whole: true },
    since: 'endsAt',
    days: HALF_A_YEAR,
    becomes: (attempt) => ({ ...attempt, questions: [], answers: [], name: '', whole: false }),
  }),
  term<'challengeRuns'>({
    collection: 'challengeRuns',
    where: { whole: true },
    since: 'endsOn',
    days: HALF_A_YEAR,
    becomes: (run) => ({ ...run, days: [], teamId: '', whole: false }),
  }),
  term<'challengeNotes'>({
    collection: 'challengeNotes',
    where: {},
    since: 'on',
    days: HALF_A_YEAR,
    becomes: goes,
  }),
  term<'challengeTeams'>({
    collection: 'challengeTeams',
    where: {},
    since: 'endsOn',
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
  // Sent, and never put anywhere.
  term<'media'>({
    collection: 'media',
    where: { usedBy: '' },
    since: 'at',
    days: A_DAY,
    becomes: { act: (transaction, { _id }, { now }) => letMediaGo(transaction, _id, now) },
  }),
  // Declined, or never confirmed by a guardian.
  term<'readers'>({
    collection: 'readers',
    where: {},
    since: 'lapsesOn',
    days: 0,
    becomes: { act: lapse },
  }),
  // Never decided on.
  term<'readers'>({
    collection: 'readers',
    where: { standing: 'pending' },
    since: 'joinedAt',
    days: APPLICATION_DAYS,
    becomes: { act: lapse },
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
  term<'deliveries'>({
    collection: 'deliveries',
    where: {},
    since: 'endedAt',
    days: A_YEAR,
    becomes: goes,
  }),
  term<'cases'>({ collection: 'cases', where: {}, since: 'endedAt', days: 'log', becomes: goes }),
  // Answered, and nobody said whether it helped.
  term<'cases'>({
    collection: 'cases',
    where: { state: 'answered' },
    since: 'answeredAt',
    days: A_QUARTER,
    becomes: goes,
  }),
  // A year: whoever answered its questionnaire is not asked for it again.
  term<'askedFaces'>({
    collection: 'askedFaces',
    where: {},
    since: 'changedOn',
    days: A_YEAR,
    becomes: goes,
  }),
  term<'works'>({
    collection: 'works',
    where: { publish: false },
    since: 'changedAt',
    days: A_YEAR,
    becomes: { act: forgetWork },
  }),
  term<'works'>({
    collection: 'works',
    where: { publish: true },
    since: 'changedAt',
    days: TWO_YEARS,
    becomes: { act: forgetWork },
  }),
  term<'driftLegs'>({
    collection: 'driftLegs',
    where: {},
    since: 'to',
    days: TWO_YEARS,
    becomes: forgottenLeg,
  }),
  term<'donations'>({
    collection: 'donations',
    where: {},
    since: 'endedAt',
    days: TWO_YEARS,
    becomes: forgottenDonation,
  }),
  // Nobody answered, or said what became of the books: nobody does any more.
  term<'donations'>({
    collection: 'donations',
    where: { state: 'offered' },
    since: 'since',
    days: TWO_YEARS,
    becomes: (donation) => ({ ...forgottenDonation(donation), state: 'lapsed' }),
  }),
  term<'donations'>({
    collection: 'donations',
    where: { state: 'received' },
    since: 'since',
    days: TWO_YEARS,
    becomes: (donation) => ({ ...forgottenDonation(donation), state: 'settled' }),
  }),
  term<'wishVoices'>({ collection: 'wishVoices', where: {}, since: 'at', days: TWO_YEARS, becomes: goes }),
  term<'profileFinds'>({
    collection: 'profileFinds',
    where: {},
    since: 'at',
    days: A_YEAR,
    becomes: goes,
  }),
  term<'recordLooks'>({ collection: 'recordLooks', where: {}, since: 'day', days: A_YEAR, becomes: goes }),
];

/** What goes at once with an account, by the reader's id; what is changed by a step has its own place. */
export const GOES_WITH_ACCOUNT = [
  'notices',
  'subscriptions',
  'recordLooks',
  'bookLists',
  'wishVoices',
  'holds',
  'registrations',
  'replayPositions',
  'quizAttempts',
  'works',
  'challengeRuns',
  'challengeNotes',
  'columnFollows',
  'closureMoves',
  'talks',
  'talkLines',
  'talkMarks',
  'openTalks',
  'bells',
  'media',
  'deliveries',
  'tastes',
  'askedFaces',
  'cases',
  'profiles',
  'profileFinds',
] as const satisfies readonly CollectionName[];
