import type { Availability } from './catalogue';
import type { LocalDate } from './shapes';
import type { TitleFacts } from './title-record';

/** The term that decided. `title`: the name of what the reader borrowed or looked at. */
export type Because =
  | { by: 'readers'; title: string; readers: number }
  | { by: 'author'; title: string; author: string }
  | { by: 'subject'; title: string; subject: string }
  | { by: 'class'; title: string; clc: string }
  | { by: 'publisher'; title: string; publisher: string }
  | { by: 'words'; title: string }
  | { by: 'interest'; interest: string; isNew: boolean }
  | { by: 'popular'; group: 'children' | 'adults' };

export interface Recommended {
  title: TitleFacts;
  availability: Availability;
  because: Because;
  /** By which it is said that this reason is not wanted. */
  reasonKey: string;
}

/**
 * Whence: the history that a reader keeps, what they have now, what the phone remembers, interests, or
 * nothing.
 */
export type RecommendedFrom = 'history' | 'loans' | 'phone' | 'interests' | 'nothing';

/** What readers say of themselves in their own words. */
export interface Interest {
  interestId: string;
  name: string;
  on: boolean;
}

export interface Taste {
  /** Whether a card remembers it; else the phone does. */
  card: boolean;
  on: boolean;
  interests: Interest[];
  /** How much was refused, to be forgotten again. */
  refused: { titles: number; authors: string[]; reasons: number };
}

export interface RecommendationsApi {
  /**
   * What to read next. `recent`: titles that the phone remembers, the latest first, used and not kept;
   * `beside`: a title whose page it stands on; `readerId`: a child's.
   */
  'recommendations.show'(input: {
    recent?: string[];
    interests?: string[];
    beside?: string;
    readerId?: string;
  }): { on: boolean; from: RecommendedFrom; list: Recommended[] };
  /**
   * What was lent most from one day to another, both whole, with how often; to a child only what is for
   * children. "" while nothing was counted.
   */
  'recommendations.ranking'(input: Record<string, never>): {
    from: LocalDate | '';
    to: LocalDate | '';
    list: { title: TitleFacts; loans: number }[];
  };
  /** Not interested in a title, an author or a reason. */
  'recommendations.refuse'(input: { titleId: string } | { author: string } | { reasonKey: string }): {
    refused: boolean;
  };
  /** Anybody's: a visitor sees the words and chooses on the phone. */
  'recommendations.taste'(input: Record<string, never>): Taste;
  /** Absent stays. `forget`: what was refused counts no more. */
  'recommendations.setTaste'(input: { on?: boolean; interests?: string[]; forget?: true }): Taste;
}

export interface InterestWordForDesk {
  interestId: string;
  name: string;
  classes: string[];
  subjects: string[];
  shown: boolean;
  /** Titles that it leads to, as far as a page needs. */
  titles: number;
}

export interface InterestDeskApi {
  'interestDesk.list'(input: Record<string, never>): { list: InterestWordForDesk[] };
  /** Adds or changes a word; what it leads to is there at once. */
  'interestDesk.save'(input: {
    interestId?: string;
    name: string;
    classes: string[];
    subjects: string[];
    shown: boolean;
  }): InterestWordForDesk;
}
