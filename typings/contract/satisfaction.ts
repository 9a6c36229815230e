import type { Instant, LocalDate } from './shapes';

/** Whose quality is asked about. */
export type Service = 'talk' | 'pick_up' | 'event' | 'delivery' | 'visit' | 'search' | 'other';

/** What can be said with a tap beside the face. */
export type QuickReason = 'wait' | 'staff' | 'books' | 'place' | 'app';

/** `open`: nobody has answered; `answered`: the reader has not said whether it helped. */
export type CaseState = 'open' | 'answered' | 'helped' | 'closed';

/** The three things that readers judge, as LibQUAL+ parts them. */
export type SurveyAbout = 'service' | 'information' | 'place';

export interface SurveyQuestion {
  questionId: string;
  about: SurveyAbout;
  text: string;
}

/** From one to nine: what is just good enough, what is wished, and how it is seen. */
export interface SurveyAnswer {
  questionId: string;
  least: number;
  wished: number;
  seen: number;
}

/** A mean difference with its 95 % interval. */
export interface SurveyGap {
  mean: number;
  from: number;
  to: number;
}

/** `adequacy`: seen less least; `superiority`: seen less wished. */
export interface SurveyRow {
  least: number;
  wished: number;
  seen: number;
  adequacy: SurveyGap;
  superiority: SurveyGap;
}

export interface SurveyForDesk {
  year: string;
  /** "none": none is written for this year; the questions are those that come with the product. */
  state: 'none' | 'planned' | 'open' | 'over';
  opensOn: LocalDate;
  closesOn: LocalDate;
  questions: SurveyQuestion[];
  answers: number;
  /** Once it is over and enough have answered; else null. */
  results: { all: SurveyRow; rows: (SurveyRow & SurveyQuestion)[] } | null;
  /** Years with a questionnaire, the last first. */
  years: string[];
}

export interface MyCase {
  caseId: string;
  service: Service;
  words: string;
  state: CaseState;
  at: Instant;
  answer: string;
  answeredAt: Instant | '';
}

export interface DeskCase {
  caseId: string;
  service: Service;
  branchName: string;
  words: string;
  state: CaseState;
  /** How often it was answered and did not help. */
  again: number;
  at: Instant;
  dueOn: LocalDate;
  late: boolean;
  /** Who has it, ""; the asking member of the staff. */
  owner: string;
  mine: boolean;
  answer: string;
}

export interface SatisfactionApi {
  /** What may be asked about now: seldom, and never twice in thirty days about the same. */
  'satisfaction.ask'(input: { ended?: 'search' }): {
    service: Service | null;
    branchId: string;
    /** The year of a questionnaire that is open and not answered; absent: none. */
    survey?: string;
  };
  /** It was shown and left: it counts as asked. */
  'satisfaction.leave'(input: { service: Service }): { service: Service };
  'satisfaction.rate'(input: {
    service: Service;
    faces: number;
    branchId?: string;
    reasons?: QuickReason[];
    words?: string;
  }): { caseId: string };
  /** 意见反馈 from anywhere. */
  'satisfaction.complain'(input: { words: string; service?: Service; branchId?: string }): MyCase;
  'satisfaction.mine'(input: { after?: string }): { list: MyCase[]; next?: string };
  'satisfaction.helped'(input: { caseId: string; helped: boolean }): MyCase;
  /** The questionnaire of the year, while it is open. */
  'satisfaction.survey'(input: Record<string, never>): {
    survey: { year: string; closesOn: LocalDate; questions: SurveyQuestion[]; answered: boolean } | null;
  };
  /** Once a year; every question, and nothing of it is kept but sums. */
  'satisfaction.answerSurvey'(input: { year: string; answers: SurveyAnswer[] }): { year: string };
}

export interface CaseDeskApi {
  'caseDesk.list'(input: { settled?: boolean; after?: string }): { list: DeskCase[]; next?: string };
  'caseDesk.take'(input: { caseId: string }): DeskCase;
  /** The reader is told, and asked whether it helped. */
  'caseDesk.answer'(input: { caseId: string; answer: string }): DeskCase;
}

export interface SurveyDeskApi {
  /** Of a year, this one by default, with what came out where it is over. */
  'surveyDesk.show'(input: { year?: string }): SurveyForDesk;
  /** Before it opens everything, while it is open only when it ends. */
  'surveyDesk.save'(input: {
    opensOn: LocalDate;
    closesOn: LocalDate;
    questions: { about: SurveyAbout; text: string }[];
  }): SurveyForDesk;
}
