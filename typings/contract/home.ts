import type { Opening } from './branches';
import type { LocalDate, ReaderName } from './shapes';
import type { TitleFacts } from './title-record';
import type { Me } from './account';
import type { EventSummary } from './events';
import type { Hold } from './holds';
import type { ListCard } from './lists';
import type { LectureSummary } from './lectures';
import type { Renewal } from './loans';

/** Whose it is; absent: of the reader who asks. */
interface Whose {
  child?: { readerId: string; name: ReaderName };
}

/** What a child finds instead of what is for everybody: of each only what is for their age. */
export interface ChildHome {
  readerId: string;
  name: ReaderName;
  age: number;
  /** Soonest due first. */
  loans: { loanId: string; title: TitleFacts; dueOn: LocalDate; daysLeft: number }[];
  /** Librarians' lists for this age. */
  lists: ListCard[];
  /** One's own first. */
  events: EventSummary[];
  newTitles: TitleFacts[];
}

/** The first screen in one answer. What matters to this reader now comes first. */
export interface Home {
  me: Me;
  libraryName: string;
  /** The first branch, and whether it is open now; absent: the library has none yet. */
  branch?: { name: string; opening: Opening };
  today: LocalDate;
  /** Of the reader and their children. Soonest due first, at most four, with overdue ones in front. */
  dueSoon: ({
    loanId: string;
    title: TitleFacts;
    dueOn: LocalDate;
    daysLeft: number;
    renewal: Renewal;
  } & Whose)[];
  loans: number;
  /** Ready for pick-up, for the reader and their children. */
  ready: (Hold & Whose)[];
  holds: number;
  /** The reader's next registered event, else the next one to which they can still come. */
  nextEvent?: EventSummary;
  /** None on a child's home, which has its own; nor a lecture. */
  newTitles: TitleFacts[];
  lecture?: LectureSummary;
  /** The reader is a child. */
  child?: ChildHome;
}

export interface HomeApi {
  'home.show'(input: Record<string, never>): Home;
  /** What is there for the age of a reader, asked by themselves or by who acts for them. */
  'home.child'(input: { readerId: string }): ChildHome;
}
