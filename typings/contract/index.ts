import type { AccountApi } from './account';
import type { AnnouncementDeskApi } from './announcements';
import type { AnswerDeskApi, AnswersApi } from './answers';
import type { ArticleDeskApi, ArticlesApi } from './articles';
import type { BranchesApi } from './branches';
import type { CataloguingApi } from './cataloguing';
import type { ChallengeDeskApi, ChallengesApi } from './challenges';
import type { DeliveriesApi, DeliveryDeskApi } from './deliveries';
import type { DeskApi } from './desk';
import type { DonationDeskApi, DonationsApi } from './donations';
import type { DriftDeskApi, DriftingApi } from './drifting';
import type { EventDeskApi } from './event-desk';
import type { EventsApi } from './events';
import type { FeesApi } from './fees';
import type { FigureDeskApi } from './figures';
import type { HoldsApi } from './holds';
import type { HomeApi } from './home';
import type { ImportsApi } from './imports';
import type { LectureDeskApi } from './lecture-desk';
import type { LecturesApi } from './lectures';
import type { ListDeskApi, ListsApi } from './lists';
import type { LoansApi } from './loans';
import type { MediaApi, MediaDeskApi } from './media';
import type { MedalsApi } from './medals';
import type { NoticesApi } from './notices';
import type { InterestDeskApi, RecommendationsApi } from './recommendations';
import type { ProfileDeskApi, ProfilesApi } from './profiles';
import type { QuizDeskApi, QuizzesApi } from './quizzes';
import type { ResourceDeskApi, ResourcesApi } from './resources';
import type { ReviewDeskApi, ReviewsApi } from './reviews';
import type { RulesApi } from './rules';
import type { SafetyApi } from './safety';
import type { CaseDeskApi, SatisfactionApi, SurveyDeskApi } from './satisfaction';
import type { SearchApi } from './search';
import type { StocktakeApi } from './stocktake';
import type { TalkDeskApi, TalksApi } from './talks';
import type { CatalogueApi } from './title-page';
import type { WishDeskApi, WishesApi } from './wishes';
import type { JudgingApi, WorkDeskApi } from './work-desk';
import type { WorksApi } from './works';

/** What a reader (or a visitor) may ask: the `reader` door. */
type ReaderApi = HomeApi &
  CatalogueApi &
  BranchesApi &
  LoansApi &
  HoldsApi &
  AccountApi &
  EventsApi &
  QuizzesApi &
  ChallengesApi &
  MedalsApi &
  LecturesApi &
  WorksApi &
  DriftingApi &
  DonationsApi &
  WishesApi &
  ListsApi &
  RecommendationsApi &
  ResourcesApi &
  ReviewsApi &
  SatisfactionApi &
  TalksApi &
  MediaApi &
  DeliveriesApi &
  ProfilesApi &
  NoticesApi &
  ArticlesApi;

/** What staff may ask: the `staff` door. */
type StaffApi = DeskApi &
  EventDeskApi &
  QuizDeskApi &
  ChallengeDeskApi &
  LectureDeskApi &
  WorkDeskApi &
  JudgingApi &
  DriftDeskApi &
  DonationDeskApi &
  WishDeskApi &
  ImportsApi &
  FeesApi &
  RulesApi &
  SafetyApi &
  StocktakeApi &
  CataloguingApi &
  ListDeskApi &
  InterestDeskApi &
  ResourceDeskApi &
  AnswerDeskApi &
  ReviewDeskApi &
  TalkDeskApi &
  MediaDeskApi &
  DeliveryDeskApi &
  CaseDeskApi &
  SurveyDeskApi &
  FigureDeskApi &
  ProfileDeskApi &
  AnnouncementDeskApi &
  ArticleDeskApi;

/** What anybody may find, books and answers: the `finder` door. */
type FinderApi = SearchApi & AnswersApi;

/** Everything that may be asked, of whichever door. */
export type Api = ReaderApi & StaffApi & FinderApi;

export type ReaderAction = keyof ReaderApi;
export type StaffAction = keyof StaffApi;
export type FinderAction = keyof FinderApi;
export type Action = keyof Api;

export type InputOf<A extends Action> = Parameters<Api[A]>[0];
export type OutputOf<A extends Action> = ReturnType<Api[A]>;

/** The feature of an action is what stands before its dot: 'loans' of 'loans.renew'. */
type FeatureOf<A extends Action> = A extends `${infer Before}.${string}` ? Before : never;
export type Feature = FeatureOf<Action>;
export type ActionOf<F extends Feature> = Extract<Action, `${F}.${string}`>;

/** Which door answers for a feature. */
export type Doors = Record<FeatureOf<ReaderAction>, 'reader'> &
  Record<FeatureOf<StaffAction>, 'staff'> &
  Record<FeatureOf<FinderAction>, 'finder'>;

export type * from './answer';
export type * from './shapes';
export type * from './staff-roles';
export type * from './profiles';
export type * from './challenges';
export type * from './medals';
export type * from './question-faults';
export type * from './quizzes';
export type * from './refusals';
export type * from './account';
export type * from './announcements';
export type * from './answers';
export type * from './articles';
export type * from './branches';
export type * from './catalogue';
export type * from './title-page';
export type * from './cataloguing';
export type * from './deliveries';
export type * from './desk';
export type * from './desk-rows';
export type * from './desk-today';
export type * from './donations';
export type * from './drifting';
export type * from './event-desk';
export type * from './events';
export type * from './fees';
export type * from './figures';
export type * from './holds';
export type * from './home';
export type * from './imports';
export type * from './lecture-desk';
export type * from './lectures';
export type * from './lists';
export type * from './loans';
export type * from './media';
export type * from './notices';
export type * from './recommendations';
export type * from './resources';
export type * from './reviews';
export type * from './rule-fields';
export type * from './rules';
export type * from './safety';
export type * from './satisfaction';
export type * from './search';
export type * from './stocktake';
export type * from './talks';
export type * from './title-record';
export type * from './wishes';
export type * from './work-desk';
export type * from './work-states';
export type * from './works';
