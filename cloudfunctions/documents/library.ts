import type { AnswersChangedSetting } from './answers';
import type { ColumnsSetting } from './articles';
import type { DeliveryRules } from './deliveries';
import type { CollectionUseSetting, FigureCountingSetting } from './figures';
import type { InterestsSetting, PairCountingSetting } from './recommending';
import type { NoticeTopic } from '../../typings/contract/account';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { EventLife, EventSummary } from '../../typings/contract/events';
import type { ClosureRow } from '../../typings/contract/rules';
import type { SafetyRules } from '../../typings/contract/safety';
import type { StaffRole } from '../../typings/contract/staff-roles';
import type { RefusalCode } from '../../typings/contract/refusals';
import type { PolicyDocument } from './policies';
import type { ProfileMatchingSetting } from './profiles';

/** Where the keys of all purposes come from, one after the other. */
export interface RootKey {
  id: string;
  secret: string;
  /** When it becomes current, which ends the one before it; "": it always has been. */
  from: Instant;
}

export interface BranchDocument {
  _id: string;
  name: string;
  address: string;
  phone: string;
  /** Where it stands, by the map that WeChat opens (GCJ-02); absent: only the address is shown. */
  location?: { latitude: number; longitude: number };
  pickUp: boolean;
  /** How to get there, in words; absent: nothing is said. */
  transport?: string;
  /** What stands on which floor, from below; absent: nothing is said. */
  floors?: { name: string; what: string }[];
  /** Sunday first; null: closed. */
  weeklyHours: (OpeningHours | null)[];
  /** Single closed days with their reason, and single openings. */
  exceptions: Record<LocalDate, { open: OpeningHours | null; why: string }>;
  /** Public holidays of the calendar close this branch. */
  closedOnPublicHolidays: boolean;
  order: number;
}

/** From opening to closing, "09:00" to "21:00". */
export interface OpeningHours {
  from: string;
  to: string;
  /** Closed in between, in their order: a midday closing. Absent: none. */
  pauses?: { from: string; to: string }[];
}

/** `_id` is the year, "2026": public holidays and make-up working days of China. */
export interface CalendarDocument {
  _id: string;
  holidays: Record<LocalDate, string>;
  workdays: Record<LocalDate, string>;
}

/** Days that staff closed at a branch; everything that fell on them is moved, and given back by an undo. */
export interface ClosureDocument extends Omit<
  ClosureRow,
  'closureId' | 'branchName' | 'weekly' | 'undoUntil'
> {
  _id: string;
  /** Exceptions of those days before, given back by an undo. */
  exceptionsBefore: BranchDocument['exceptions'];
  /**
   * The week as it was, where days of every week were closed by new opening hours: then only those days of
   * the span are closed. Absent: every day of it.
   */
  weekBefore?: BranchDocument['weeklyHours'];
}

/**
 * What a closure moved for one reader: the undo reads it, and the reader is told of all of it at once.
 * `_id` is `{closureId}_{readerId}`.
 */
export interface ClosureMoveDocument {
  _id: string;
  closureId: string;
  readerId: string;
  loans: { loanId: string; barcode: string }[];
  holds: { holdId: string; titleId: string; pickUpByBefore: LocalDate; pickUpByAfter: LocalDate }[];
  /** Given back by an undo: so many of them. */
  givenBack: number;
  toldMoved: boolean;
  toldUndone: boolean;
  /** Last of the closed days: up to it the closure can be undone, by what stands here. */
  until: LocalDate;
}

/**
 * `_id` "library": name, card prefix, subscription templates. `_id` "card-key": the first root of the keys
 * that sign, made when the library was set up; `_id` "keys": all of them, once there was another one.
 */
export type SettingDocument =
  | LibrarySettings
  | { _id: 'card-key'; key: string }
  | { _id: 'keys'; roots: RootKey[] }
  /** Who may act, and by what: written by the page of it alone. */
  | ({ _id: 'safety' } & SafetyRules)
  | { _id: 'card-counter'; last: number }
  | { _id: 'receipt-counter'; last: number }
  /** Written with every change of the staff, so that two directors cannot take each other away at once. */
  | { _id: 'staff-changes'; last: number }
  | BarcodeMendingSetting
  | LoanCountingSetting
  | SearchSnapshotSetting
  | SearchPartsSetting
  | AnswersChangedSetting
  | ColumnsSetting
  | InterestsSetting
  | PairCountingSetting
  | LoanRankingSetting
  | FigureCountingSetting
  | CollectionUseSetting
  | ProfileMatchingSetting
  | PhrasesSetting;

/** Canned answers of those who answer questions. */
interface PhrasesSetting {
  _id: 'phrases';
  list: { id: string; title: string; text: string }[];
}

/** Loans up to this moment are counted in how popular their titles are. */
interface LoanCountingSetting {
  _id: 'loan-counting';
  upTo: Instant;
}

/** What was lent most of late, told with its days: made at night. */
export interface LoanRankingSetting {
  _id: 'loan-ranking';
  from: LocalDate;
  to: LocalDate;
  list: { titleId: string; loans: number }[];
}

/** How far the barcodes of copies were brought to their one form, and which could not be. */
export interface BarcodeMendingSetting {
  _id: 'barcode-mending';
  /** Barcodes up to this one were looked at. */
  upTo: string;
  mended: number;
  /** In use, or their right form is another title's: for people to decide. */
  left: string[];
  finishedAt: Instant | null;
}

/**
 * The catalogue as files, from which snapshots are built: in the order of the titles' ids, each part
 * beginning behind the one before. Written part by part, so that a function that is cut off goes on
 * where it was.
 */
export interface SearchPartsSetting {
  _id: 'search-parts';
  parts: SearchPart[];
}

export interface SearchPart {
  fileId: string;
  /** The last id that belongs to it; null: all that follow. */
  upTo: string | null;
  titles: number;
  /** Changes from here on are not in it. */
  changesFrom: Instant;
  /** Moment of the change "*" that stood when it was read; "" when none did. Another one makes it stale. */
  everything: Instant | '';
}

/**
 * Which snapshot of the catalogue search serves: switched whole, once its file is complete in the cloud
 * storage.
 */
export interface SearchSnapshotSetting {
  _id: 'search-snapshot';
  fileId: string;
  /** The one before: instances that are loading it still find it; the next build deletes it. */
  fileIdBefore: string;
  /** Changes from here on are not in it. */
  changesFrom: Instant;
  builtAt: Instant;
  titles: number;
  bytes: number;
}

export interface LibrarySettings {
  _id: 'library';
  name: string;
  /** First digits of a new card number. */
  cardPrefix: string;
  cardYears: number;
  dueSoonDays: number;
  /** An overdue loan is told of after so many days each. */
  overdueSteps: number[];
  templates: Partial<Record<NoticeTopic, TemplateSetting>>;
  /** The library's own categories of readers and types of copies: the two sides of the policy matrix. */
  readerCategories: { id: string; name: string }[];
  itemTypes: { id: string; name: string }[];
  /** Applications that staff look at before the card opens anything. */
  reviewsApplications: 'none' | 'children' | 'all';
  /** From this age on a reader is their own, and has no guardian; absent: 18. */
  ageOfMajority?: number;
  /** Days after which an ended loan no longer names its reader, unless they keep their history. */
  anonymiseAfterDays: number;
  /** A refusal that staff of this role may set aside with a comment. */
  overrides: Partial<Record<RefusalCode, StaffRole>>;
  /** Who may waive what a reader owes; absent: a manager. */
  mayWaive?: StaffRole;
  /** Titles are named together once so many different readers borrowed both; absent: 3. */
  pairsFromReaders?: number;
  /**
   * Beginnings of the classes that are for children, "#" for any digit; absent: those of children's
   * literature and picture stories of the CLC.
   */
  childrenClasses?: string[];
  /** Kinds of copies that are for children, whatever their class; absent: none. */
  childrenTypes?: string[];
  /** Where questions are answered: its hours are those of the librarians; absent: the first branch. */
  reference?: { branchId: string };
  /** Documents from elsewhere; absent: this library gets none. */
  deliveries?: DeliveryRules;
  /** How events are run here; absent: `community/event-terms.ts`. */
  events?: EventSettings;
  /** What the library announces to some of its readers; absent: nothing. */
  announcements?: { open: boolean };
  /** Articles in columns; absent: none. */
  articles?: { open: boolean; clips: boolean };
  /** Books that a reader may ask the library to buy in a month; 0: none are taken; absent: 5. */
  wishesPerMonth?: number;
  /** Subjects watched for readers; absent: none. */
  profiles?: { open: boolean };
  /**
   * What readers write for others to read. WeChat ties it to a category of its own (social: notes,
   * community), so a library switches it on once it has that; absent: off.
   */
  openContent?: {
    reviews: boolean;
    lists: boolean;
    /** Reviews that WeChat's content check passed are shown at once; absent: staff read them first. */
    reviewsAtOnce?: boolean;
  };
}

export interface EventSettings {
  /** Kinds of events that the library has; absent or null: all. */
  kinds?: EventSummary['kind'][] | null;
  /** What readers take part in without a seat; absent: nothing. */
  lives?: EventLife[];
  /** Whether places may be drawn; absent: they may. */
  draws?: boolean;
  /** Whether there are recaps; absent: there are. */
  lectures?: boolean;
  /** Nobody is disturbed then, and the time to answer an offer does not count. */
  quietHours?: OpeningHours;
  /** Who did not come so often within so many days waits so many days. 0: never. */
  absences?: { count: number; withinDays: number; days: number };
}

export interface TemplateSetting {
  templateId: string;
  /** Our value → the template's field, `{ title: 'thing1', day: 'date2' }`. */
  fields: Record<string, string>;
}

/**
 * The rules of this library: data that changes seldom, read once and kept for a minute by a warm function.
 */
export interface Library {
  settings: LibrarySettings;
  /** Who may act, and by what; absent: the defaults of `membership/safety-rules.ts`. */
  safety?: SafetyRules;
  /** From which everything that is signed gets its key, in the order of their time. */
  keys: RootKey[];
  policies: PolicyDocument[];
  /** In the order of display. */
  branches: BranchDocument[];
  calendars: CalendarDocument[];
}
