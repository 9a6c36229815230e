import type { AnnouncementDocument } from './announcements';
import type { AnswerDocument, AnswerMarkDocument } from './answers';
import type { ArticleDocument, ArticlePrintingDocument, ColumnFollowDocument } from './articles';
import type { DeliveryDocument, PassingFileDocument } from './deliveries';
import type { EventDocument, RegistrationDocument } from './events';
import type { DonationDocument, DriftBookDocument, DriftLegDocument } from './given';
import type { LectureDocument, ReplayPositionDocument, TranscriptDocument } from './lectures';
import type { FigureDocument } from './figures';
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
import type { MediaDocument } from './media';
import type { PolicyDocument } from './policies';
import type { ProfileDocument, ProfileFindDocument } from './profiles';
import type { ChallengeNoteDocument, ChallengeRunDocument, ChallengeTeamDocument } from './challenges';
import type { QuizAttemptDocument, QuizQuestionDocument } from './quizzes';
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
import type { NextTitlesDocument, TasteDocument, TitleCompanionsDocument } from './recommending';
import type {
  ConflictDocument,
  JobRunDocument,
  NoticeDocument,
  OperationDocument,
  OutboxDocument,
  SubscriptionDocument,
} from './records';
import type {
  AskedFacesDocument,
  CaseDocument,
  FaceCountDocument,
  SurveyDocument,
  SurveySumsDocument,
} from './satisfaction';
import type {
  BellDocument,
  OpenTalkDocument,
  TalkDocument,
  TalkLineDocument,
  TalkMarkDocument,
  TalkPresenceDocument,
} from './talks';
import type { WishDocument, WishKeyDocument, WishVoiceDocument } from './wishes';
import type { CallDocument, JudgeSheetDocument, WorkDocument } from './works';
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
  titleCompanions: TitleCompanionsDocument;
  nextTitles: NextTitlesDocument;
  tastes: TasteDocument;
  faceCounts: FaceCountDocument;
  askedFaces: AskedFacesDocument;
  cases: CaseDocument;
  surveys: SurveyDocument;
  surveySums: SurveySumsDocument;
  figures: FigureDocument;
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
  challengeRuns: ChallengeRunDocument;
  challengeNotes: ChallengeNoteDocument;
  challengeTeams: ChallengeTeamDocument;
  quizQuestions: QuizQuestionDocument;
  quizAttempts: QuizAttemptDocument;
  calls: CallDocument;
  works: WorkDocument;
  judgeSheets: JudgeSheetDocument;
  driftBooks: DriftBookDocument;
  driftLegs: DriftLegDocument;
  donations: DonationDocument;
  wishes: WishDocument;
  wishKeys: WishKeyDocument;
  wishVoices: WishVoiceDocument;
  lectures: LectureDocument;
  announcements: AnnouncementDocument;
  articles: ArticleDocument;
  articlePrintings: ArticlePrintingDocument;
  columnFollows: ColumnFollowDocument;
  transcripts: TranscriptDocument;
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
  deliveries: DeliveryDocument;
  passingFiles: PassingFileDocument;
  media: MediaDocument;
  profiles: ProfileDocument;
  profileFinds: ProfileFindDocument;
  jobRuns: JobRunDocument;
  settings: SettingDocument;
}

export type CollectionName = keyof Documents;

export type * from './announcements';
export type * from './answers';
export type * from './articles';
export type * from './deliveries';
export type * from './events';
export type * from './given';
export type * from './lectures';
export type * from './figures';
export type * from './holds';
export type * from './imports';
export type * from './items';
export type * from './library';
export type * from './media';
export type * from './policies';
export type * from './profiles';
export type * from './challenges';
export type * from './quizzes';
export type * from './readers';
export type * from './recommending';
export type * from './records';
export type * from './satisfaction';
export type * from './talks';
export type * from './titles';
export type * from './wishes';
export type * from './works';
