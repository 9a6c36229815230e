import type { AnswerDocument, AnswerMarkDocument } from './answers';
import type { EventDocument, LectureDocument, RegistrationDocument, ReplayPositionDocument } from './events';
import type { HoldDocument, HoldQueueDocument, WaitDocument } from './holds';
import type { ImportRunDocument, ImportRunKeysDocument } from './imports';
import type { ItemDocument, StocktakeDocument, StocktakeScanDocument } from './items';
import type {
  BranchDocument,
  CalendarDocument,
  ClosureDocument,
  ClosureMoveDocument,
  SettingDocument,
} from './library';
import type { PolicyDocument } from './policies';
import type {
  AccountLineDocument,
  CardDocument,
  ConsentDocument,
  GuardianRequestDocument,
  IdentityDocument,
  LinkTriesDocument,
  ReaderDocument,
  RecordLookDocument,
  StaffDocument,
  StaffPinDocument,
} from './readers';
import type {
  ConflictDocument,
  JobRunDocument,
  NoticeDocument,
  OperationDocument,
  OutboxDocument,
  SubscriptionDocument,
} from './records';
import type {
  BellDocument,
  OpenTalkDocument,
  TalkDocument,
  TalkLineDocument,
  TalkMarkDocument,
  TalkPresenceDocument,
} from './talks';
import type {
  BookListDocument,
  ResourceDocument,
  ReviewDocument,
  SearchCountDocument,
  TitleChangeDocument,
  TitleClaimDocument,
  TitleDocument,
  TitleMergeDocument,
  TitleRatingDocument,
  TitleRefreshDocument,
} from './titles';

/**
 * What the collections of the cloud database hold. Moments are ISO text in UTC, days are library-local
 * text: text order is time order.
 */
export interface Documents {
  titles: TitleDocument;
  titleMerges: TitleMergeDocument;
  titleChanges: TitleChangeDocument;
  titleClaims: TitleClaimDocument;
  titleRefreshes: TitleRefreshDocument;
  searchCounts: SearchCountDocument;
  bookLists: BookListDocument;
  reviews: ReviewDocument;
  titleRatings: TitleRatingDocument;
  resources: ResourceDocument;
  answers: AnswerDocument;
  answerMarks: AnswerMarkDocument;
  items: ItemDocument;
  readers: ReaderDocument;
  cards: CardDocument;
  identities: IdentityDocument;
  linkTries: LinkTriesDocument;
  guardianRequests: GuardianRequestDocument;
  staff: StaffDocument;
  staffPins: StaffPinDocument;
  holds: HoldDocument;
  holdQueues: HoldQueueDocument;
  waits: WaitDocument;
  accountLines: AccountLineDocument;
  policies: PolicyDocument;
  branches: BranchDocument;
  calendars: CalendarDocument;
  closures: ClosureDocument;
  closureMoves: ClosureMoveDocument;
  events: EventDocument;
  registrations: RegistrationDocument;
  lectures: LectureDocument;
  replayPositions: ReplayPositionDocument;
  notices: NoticeDocument;
  outbox: OutboxDocument;
  subscriptions: SubscriptionDocument;
  operations: OperationDocument;
  conflicts: ConflictDocument;
  stocktakes: StocktakeDocument;
  stocktakeScans: StocktakeScanDocument;
  recordLooks: RecordLookDocument;
  consents: ConsentDocument;
  importRuns: ImportRunDocument;
  importRunKeys: ImportRunKeysDocument;
  talks: TalkDocument;
  talkLines: TalkLineDocument;
  talkMarks: TalkMarkDocument;
  talkPresences: TalkPresenceDocument;
  openTalks: OpenTalkDocument;
  bells: BellDocument;
  jobRuns: JobRunDocument;
  settings: SettingDocument;
}

export type CollectionName = keyof Documents;

export type * from './answers';
export type * from './events';
export type * from './holds';
export type * from './imports';
export type * from './items';
export type * from './library';
export type * from './policies';
export type * from './readers';
export type * from './records';
export type * from './talks';
export type * from './titles';
