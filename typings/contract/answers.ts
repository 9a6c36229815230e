import type { Instant, LocalDate } from './shapes';

/** A question that the library has answered before. */
export interface AnswerCard {
  answerId: string;
  question: string;
  subject: string;
}

export interface AnswerLink {
  words: string;
  /** Path of a page of the mini program, with its query. */
  page: string;
}

/** What is asked and answered. */
export interface AnswerWords {
  question: string;
  /** Further forms of asking. */
  forms: string[];
  subject: string;
  /** Paragraphs, one a line. */
  text: string;
  links: AnswerLink[];
  /** After this day somebody asks whether it still holds; null: it does not age. */
  validUntil: LocalDate | null;
}

interface AnswerPage extends AnswerCard {
  text: string;
  links: AnswerLink[];
  changedAt: Instant;
}

export interface AnswersApi {
  /** The three nearest to a text, best first: how near tells nothing of whether they answer it. */
  'answers.suggest'(input: { text: string }): { list: AnswerCard[] };
  'answers.show'(input: { answerId: string }): AnswerPage;
  /** All of a subject, most asked first, with every subject and how many it has. */
  'answers.browse'(input: { subject?: string; after?: string }): {
    subjects: { subject: string; answers: number }[];
    list: AnswerCard[];
    next?: string;
  };
  /** Whether it answered; an `answerId` of "": none of them did, and `text` is what was asked. */
  'answers.helped'(input: { answerId: string; text: string; helped: boolean }): { helped: boolean };
}

/** `draft`: being written; `waiting`: for a second person; `none`: nothing stands beside what readers see. */
type AnswerDraftState = 'none' | 'draft' | 'waiting';

export interface DeskAnswer {
  answerId: string;
  /** What readers see; null: nothing was published yet. */
  published: AnswerWords | null;
  shown: boolean;
  draft: AnswerWords | null;
  draftState: AnswerDraftState;
  /** The caller wrote the draft, so somebody else reviews it. */
  draftIsYours: boolean;
  /** Who wrote last answers for it. */
  responsible: string;
  asked: number;
  helped: number;
  changedAt: Instant;
  /** Changes with every change: one that rests on an older version is refused. */
  version: number;
}

/** A part of a text that tells about a person. */
interface PersonalPart {
  part: string;
  /** What stands in its place when it is taken out. */
  instead: string;
}

export interface SaidLine {
  from: 'reader' | 'staff';
  text: string;
}

/** What a talk taught: without personal data, and what was taken out. */
export interface AnswerDraft {
  question: string;
  forms: string[];
  text: string;
  taken: PersonalPart[];
}

export interface AnswerDeskApi {
  /** Newest change first; `old`: published, and no longer surely valid, oldest first. */
  'answerDesk.list'(input: {
    which: 'waiting' | 'draft' | 'old' | 'published' | 'withdrawn';
    after?: string;
  }): { list: DeskAnswer[]; next?: string };
  /** What readers found no answer to, most often asked first. */
  'answerDesk.gaps'(input: Record<string, never>): { list: { text: string; times: number }[] };
  'answerDesk.get'(input: { answerId: string }): DeskAnswer;
  /**
   * Saves a draft (`answerId` "": of a new answer; `version` 0). Personal data in it is refused, but for
   * the parts in `keep`.
   */
  'answerDesk.save'(
    input: AnswerWords & { answerId: string; version: number; send: boolean; keep: string[] },
  ): DeskAnswer;
  /** The draft of a closed talk's lines; nothing is saved. */
  'answerDesk.fromTalk'(input: { lines: SaidLine[]; names: string[] }): AnswerDraft;
  /** A second person publishes the draft that they saw, or sends it back. */
  'answerDesk.review'(input: { answerId: string; version: number; publish: boolean }): DeskAnswer;
  /** Takes a published one from the readers, or gives it back. */
  'answerDesk.show'(input: { answerId: string; shown: boolean }): DeskAnswer;
}
