import type { AccountApi } from './account';
import type { AnswerDeskApi, AnswersApi } from './answers';
import type { CatalogueApi } from './catalogue';
import type { CataloguingApi } from './cataloguing';
import type { DeskApi } from './desk';
import type { EventsApi } from './events';
import type { FeesApi } from './fees';
import type { HoldsApi } from './holds';
import type { HomeApi } from './home';
import type { ImportsApi } from './imports';
import type { LecturesApi } from './lectures';
import type { ListDeskApi, ListsApi } from './lists';
import type { LoansApi } from './loans';
import type { NoticesApi } from './notices';
import type { ResourceDeskApi, ResourcesApi } from './resources';
import type { ReviewDeskApi, ReviewsApi } from './reviews';
import type { RulesApi } from './rules';
import type { SafetyApi } from './safety';
import type { SearchApi } from './search';
import type { StocktakeApi } from './stocktake';
import type { TalkDeskApi, TalksApi } from './talks';

/** What a reader (or a visitor) may ask: the `reader` door. */
type ReaderApi = HomeApi &
  CatalogueApi &
  LoansApi &
  HoldsApi &
  AccountApi &
  EventsApi &
  LecturesApi &
  ListsApi &
  ResourcesApi &
  AnswersApi &
  ReviewsApi &
  TalksApi &
  NoticesApi;

/** What staff may ask: the `staff` door. */
type StaffApi = DeskApi &
  ImportsApi &
  FeesApi &
  RulesApi &
  SafetyApi &
  StocktakeApi &
  CataloguingApi &
  ListDeskApi &
  ResourceDeskApi &
  AnswerDeskApi &
  ReviewDeskApi &
  TalkDeskApi;

/** Everything that may be asked, of whichever door. */
export type Api = ReaderApi & StaffApi & SearchApi;

export type ReaderAction = keyof ReaderApi;
export type StaffAction = keyof StaffApi;
export type SearchAction = keyof SearchApi;
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
  Record<FeatureOf<SearchAction>, 'finder'>;

export type * from './answer';
export type * from './shapes';
export type * from './staff-roles';
export type * from './refusals';
export type * from './account';
export type * from './answers';
export type * from './catalogue';
export type * from './cataloguing';
export type * from './desk';
export type * from './desk-rows';
export type * from './events';
export type * from './fees';
export type * from './holds';
export type * from './home';
export type * from './imports';
export type * from './lectures';
export type * from './lists';
export type * from './loans';
export type * from './notices';
export type * from './resources';
export type * from './reviews';
export type * from './rule-fields';
export type * from './rules';
export type * from './safety';
export type * from './search';
export type * from './stocktake';
export type * from './talks';
export type * from './title-record';
