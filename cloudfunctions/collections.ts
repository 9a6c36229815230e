import type { CollectionName } from './documents';

/** An index of the cloud database. Direction 1 ascends, -1 descends. An array field makes it multikey. */
export interface Index {
  name: string;
  unique?: boolean;
  keys: [field: string, direction: 1 | -1][];
}

export interface Collection {
  indexes: Index[];
  /**
   * "admin-only": clients go through the doors. Else who of the clients may read, as the console takes it;
   * none may write.
   */
  access: 'admin-only' | typeof OWN_BELL;
}

/** One's own bell, and the one of the desk, in which nothing stands but that it was rung. */
const OWN_BELL = "doc.owner == auth.openid || doc.owner == 'desk'";

const index = (...fields: string[]): Index => ({
  name: fields.join('_').replace(/[-.]/g, ''),
  keys: fields.map((field) => (field.startsWith('-') ? [field.slice(1), -1] : [field, 1])),
});
const unique = (...fields: string[]): Index => ({ ...index(...fields), unique: true });
const collection = (...indexes: Index[]): Collection => ({ indexes, access: 'admin-only' });

/**
 * The cloud database on one page: what exists and how it is found. Facts that must be unique are `_id`s
 * (see documents/).
 */
export const collections: Record<CollectionName, Collection> = {
  titles: collection(
    index('keys'),
    index('-addedAt'),
    index('addedAt', '_id'),
    index('isbns'),
    index('subjects'),
    index('source'),
    index('clc', '-popularity'),
    index('callNumber'),
  ),
  titleMerges: collection(index('into')),
  titleChanges: collection(index('at')),
  titleClaims: collection(index('at')),
  titleRefreshes: collection(index('at')),
  searchCounts: collection(index('month', '-times')),
  titleCompanions: collection(index('at')),
  nextTitles: collection(index('at')),
  tastes: collection(index('readerId')),
  faceCounts: collection(index('-week')),
  askedFaces: collection(index('readerId'), index('changedOn')),
  cases: collection(
    index('state', 'dueOn'),
    index('readerId', '-at'),
    index('endedAt'),
    index('state', 'answeredAt'),
  ),
  surveys: collection(),
  surveySums: collection(index('year')),
  figures: collection(index('kind', 'branchId', 'span'), index('span')),
  bookLists: collection(
    index('readerId', '-changedAt'),
    index('by', '-placedAt'),
    index('by', 'shown', '-placedAt'),
  ),
  reviews: collection(
    index('titleId', 'status', '-at'),
    index('status', 'at'),
    index('reported', 'at'),
    index('readerId', '-at'),
    index('reviewId'),
  ),
  titleRatings: collection(),
  resources: collection(index('order')),
  answers: collection(
    index('draftState', '-changedAt'),
    index('shown', '-changedAt'),
    index('shown', 'validUntil'),
  ),
  answerMarks: collection(index('answerId', 'at')),
  items: collection(
    index('titleId', '_id'),
    index('branchId', 'status'),
    index('branchId', 'shelf', 'callNumber'),
    index('branchId', 'callNumber', '_id'),
    index('source'),
    index('loan.dueOn', '_id'),
    index('loan.branchId', 'loan.dueOn'),
  ),
  readers: collection(
    unique('cardNumber'),
    index('standing', 'joinedAt'),
    index('owes', '_id'),
    index('borrowedIn'),
    index('name'),
    index('phone'),
    index('forgetUpTo'),
    index('lapsesOn'),
    index('guardianReaderId', 'birthDate'),
    index('openid'),
  ),
  cards: collection(index('readerId')),
  identities: collection(index('readerId')),
  linkTries: collection(index('at')),
  guardianRequests: collection(index('guardianReaderId', '-at'), index('at')),
  staff: collection(),
  staffPins: collection(),
  holds: collection(
    index('readerId', 'status', 'placedAt'),
    index('pickUpBranchId', 'status', 'pickUpBy', '_id'),
    index('status', 'pickUpBy', '_id'),
    index('status', 'neededUntil', '_id'),
    index('sharedWith', 'status'),
    index('closedAt'),
  ),
  holdQueues: collection(),
  waits: collection(index('-at')),
  accountLines: collection(
    index('readerId', '-at'),
    index('readerId', 'open'),
    index('receipt'),
    index('open', 'bookUntil'),
    index('on'),
  ),
  policies: collection(),
  branches: collection(),
  calendars: collection(),
  closures: collection(index('branchId', '-at'), index('branchId', 'to'), index('status', 'at')),
  closureMoves: collection(
    index('closureId', 'toldMoved', '_id'),
    index('closureId', 'toldUndone', '_id'),
    index('until'),
    index('readerId'),
  ),
  events: collection(
    index('endsAt', '_id'),
    index('state', 'endsAt', '_id'),
    index('nextAt'),
    index('branchId', 'place', 'endsAt'),
    index('seriesId', 'startsAt'),
  ),
  registrations: collection(
    index('readerId', 'status', '-startsAt'),
    index('eventId', 'status', '_id'),
    index('eventId', 'status', 'order'),
    index('eventId', 'came'),
    index('startsAt'),
  ),
  challengeRuns: collection(
    index('eventId', '_id'),
    index('teamId'),
    index('readerId', '-endsOn'),
    index('whole', 'endsOn'),
  ),
  challengeNotes: collection(
    index('eventId', 'status', '-at'),
    index('readerId', 'eventId', '-on'),
    index('noteId'),
    index('on'),
  ),
  challengeTeams: collection(index('eventId'), index('endsOn')),
  quizQuestions: collection(index('topic', 'retired', '-changedAt'), index('retired', '-changedAt')),
  quizAttempts: collection(
    index('eventId', '-score', 'usedSeconds', 'finishedAt'),
    index('readerId', '-startedAt'),
    index('whole', 'endsAt'),
  ),
  calls: collection(index('state', '-closesAt', '_id'), index('-closesAt', '_id'), index('untold')),
  works: collection(
    index('callId', 'state', 'workId'),
    index('callId', 'shown', 'workId'),
    index('callId', 'reported'),
    index('workId'),
    index('readerId'),
    index('publish', 'changedAt'),
  ),
  judgeSheets: collection(index('callId'), index('judgeId')),
  driftBooks: collection(index('state', '-since', '_id'), index('holderId', '-since'), index('code')),
  driftLegs: collection(
    index('driftId', 'number'),
    index('readerId', '-from'),
    index('noteState', 'noteAt'),
    index('to'),
  ),
  donations: collection(
    index('readerId', '-offeredAt'),
    index('state', 'since', '_id'),
    index('state', '-receivedAt', '_id'),
    index('endedAt'),
  ),
  wishes: collection(index('state', '-asked', '_id'), index('state', '-since', '_id')),
  wishKeys: collection(),
  wishVoices: collection(
    index('readerId', '-at'),
    index('wishId', '_id'),
    index('wishId', '-at'),
    index('at'),
  ),
  lectures: collection(index('-heldAt')),
  announcements: collection(index('-changedAt')),
  articles: collection(
    index('shown', '-publishedAt'),
    index('columnId', 'shown', '-publishedAt'),
    index('-changedAt'),
  ),
  articlePrintings: collection(index('articleId', '-printing')),
  columnFollows: collection(index('columnId', '_id'), index('readerId')),
  transcripts: collection(),
  replayPositions: collection(index('readerId'), index('at')),
  notices: collection(
    index('readerId', '-at'),
    index('readerId', 'topic', '-at'),
    index('readerId', 'read'),
    index('named', 'at'),
    index('of'),
  ),
  outbox: collection(
    index('status', 'nextAttemptAt'),
    index('readerId', 'status'),
    index('of', 'status'),
    index('at'),
  ),
  subscriptions: collection(index('readerId')),
  operations: collection(
    index('branchId', '-at'),
    index('-at'),
    index('readerId', '-at'),
    index('barcode', '-at'),
    index('readerId', 'endsLoan', '-at'),
    index('overridden', '-at'),
    index('namedUntil'),
    index('by', '-at'),
    index('action', '-at'),
  ),
  conflicts: collection(
    index('branchId', 'status', '-arrivedAt'),
    index('status', 'settledAt'),
    index('status', 'arrivedAt'),
    index('named', 'arrivedAt'),
    index('readerId'),
  ),
  stocktakes: collection(index('branchId', '-startedAt')),
  stocktakeScans: collection(index('stocktakeId', 'finding', '_id')),
  recordLooks: collection(index('readerId', '-at'), index('day')),
  consents: collection(index('readerId', '-at')),
  importRuns: collection(index('-startedAt'), index('untidy', 'changedAt')),
  importRunKeys: collection(),
  talks: collection(
    index('state', '-askedAt'),
    index('readerId', '-askedAt'),
    index('state', 'lastReaderAt'),
    index('endedAt'),
    index('takenAt'),
  ),
  talkLines: collection(index('talkId', 'number'), index('readerId')),
  talkMarks: collection(index('readerId')),
  talkPresences: collection(),
  openTalks: collection(index('readerId')),
  deliveries: collection(
    index('readerId', '-askedAt'),
    index('state', 'since'),
    index('askedAt'),
    index('endedAt'),
    index('loan.barcode'),
  ),
  profiles: collection(index('readerId', '-from'), index('-from')),
  profileFinds: collection(index('profileId', '-at'), index('readerId'), index('at')),
  media: collection(index('traceIds'), index('state', 'handedAt'), index('usedBy', 'at'), index('readerId')),
  passingFiles: collection(index('goneAt')),
  bells: { ...collection(index('owner'), index('readerId'), index('at')), access: OWN_BELL },
  jobRuns: collection(index('day')),
  settings: collection(),
};
