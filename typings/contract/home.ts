import type { Opening } from './branches';
import type { LocalDate, ReaderName } from './shapes';
import type { TitleFacts } from './title-record';
import type { Me } from './account';
import type { EventSummary } from './events';
import type { Hold } from './holds';
import type { LectureSummary } from './lectures';
import type { Renewal } from './loans';

/** Whose it is; absent: of the reader who asks. */
interface Whose {
  child?: { readerId: string; name: ReaderName };
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
  newTitles: TitleFacts[];
  lecture?: LectureSummary;
}

export interface HomeApi {
  'home.show'(input: Record<string, never>): Home;
}
