import type { BankQuestion, QuestionKind } from '../../typings/contract/quizzes';
import type { Instant } from '../../typings/contract/shapes';

/** A question of the bank. */
export interface QuizQuestionDocument extends Omit<BankQuestion, 'questionId'> {
  _id: string;
  by: string;
}

/** A question as it lies before one reader: its choices in their order, and what is right in that order. */
export interface QuestionOnPaper {
  questionId: string;
  kind: QuestionKind;
  text: string;
  choices: string[];
  right: number[];
  why: string;
}

/**
 * `_id` is `{eventId}_{readerId}`: one attempt a reader and quiz. It carries whole what the reader was given,
 * so that nothing that happens to the bank reaches it; what it *is* follows from it and the time. `score`,
 * `usedSeconds` and `finishedAt` are what the ranking is ordered by: as if it ran to its end, until it is
 * handed in.
 */
export interface QuizAttemptDocument {
  _id: string;
  eventId: string;
  readerId: string;
  title: string;
  /** From which questions and choices were drawn and shuffled. */
  seed: string;
  startedAt: Instant;
  endsAt: Instant;
  submittedAt: Instant | null;
  pointsEach: number;
  /** All points there are. */
  full: number;
  /** A medal from so many hundredths on; 0: none. */
  medalAt: number;
  questions: QuestionOnPaper[];
  /** For each question the places chosen. */
  answers: number[][];
  score: number;
  usedSeconds: number;
  finishedAt: Instant;
  /** Ids of the questions asked, and of those answered rightly. */
  asked: string[];
  rightOnes: string[];
  /** What the ranking calls the reader; "": nothing. */
  name: string;
  /** The paper is still there; after half a year the result alone is. */
  whole: boolean;
}
