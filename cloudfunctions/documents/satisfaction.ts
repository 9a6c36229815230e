import type { CaseState, QuickReason, Service, SurveyQuestion } from '../../typings/contract/satisfaction';
import type { Instant, LocalDate } from '../../typings/contract/shapes';

/** How many gave which face, from the worst to the best. */
export interface FaceSums {
  one: number;
  two: number;
  three: number;
  four: number;
  five: number;
}

/**
 * Faces of a week (`_id` is its Monday): in all, by service, by branch ("-": at none), by category of the
 * reader, and what was tapped beside them. Nothing of a reader, and no moment; how the parts fall together
 * is not kept.
 */
export interface FaceCountDocument {
  _id: LocalDate;
  week: LocalDate;
  all: FaceSums;
  byService: Record<string, FaceSums>;
  byBranch: Record<string, FaceSums>;
  byCategory: Record<string, FaceSums>;
  reasons: Partial<Record<QuickReason, number>>;
}

/** `_id` is the reader's id: when they were last asked about each service. */
export interface AskedFacesDocument {
  _id: string;
  readerId: string;
  last: Partial<Record<Service, LocalDate>>;
  /** The year of the questionnaire that they answered last: once per reader and year. */
  survey?: string;
  changedOn: LocalDate;
}

/** The questionnaire of a year (`_id`). */
export interface SurveyDocument {
  _id: string;
  opensOn: LocalDate;
  closesOn: LocalDate;
  questions: SurveyQuestion[];
}

/**
 * What was answered to a questionnaire, as sums alone: in so many documents of a year that readers do not
 * wait for one another, `_id` is `{year}_{n}`. Nobody's three numbers stand anywhere.
 */
export interface SurveySumsDocument {
  _id: string;
  year: string;
  answers: number;
  /** By the question's id. */
  of: Record<string, SurveySums>;
}

/** Sums over all answers, and those of the squared differences, by which intervals are told. */
export interface SurveySums {
  least: number;
  wished: number;
  seen: number;
  aboveLeast2: number;
  aboveWished2: number;
}

/** Words with a low face, or an opinion: somebody answers it. */
export interface CaseDocument {
  _id: string;
  readerId: string;
  service: Service;
  branchId: string;
  /** Without what tells of people. */
  words: string;
  state: CaseState;
  /** WeChat's check was not sure of the words. */
  unsure: boolean;
  again: number;
  at: Instant;
  dueOn: LocalDate;
  /** Openid of who has it, and their name; "" before. */
  owner: string;
  ownerName: string;
  answer: string;
  answeredAt: Instant | '';
  /** When it was settled; "" before. */
  endedAt: Instant | '';
}
