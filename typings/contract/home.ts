import type { LocalDate } from './shapes';
import type { TitleFacts } from './title-record';
import type { Me } from './account';
import type { EventSummary } from './events';
import type { Hold } from './holds';
import type { LectureSummary } from './lectures';

/** The first screen in one answer. What matters to this reader now comes first. */
export interface Home {
  me: Me;
  libraryName: string;
  today: LocalDate;
  /** Soonest due first, at most three, with overdue ones in front. */
  dueSoon: { loanId: string; title: TitleFacts; dueOn: LocalDate; daysLeft: number }[];
  loans: number;
  /** Ready for pick-up. */
  ready: Hold[];
  holds: number;
  /** The reader's next registered event, else the next public one. */
  nextEvent?: EventSummary;
  newTitles: TitleFacts[];
  lecture?: LectureSummary;
}

export interface HomeApi {
  'home.show'(input: Record<string, never>): Home;
}
