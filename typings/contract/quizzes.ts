import type { Refusal } from './refusals';
import type { Instant, ReaderName } from './shapes';

/** What a quiz is, beside the event that it is. */
export interface QuizPlan {
  /** Of the question bank. */
  topics: string[];
  /** Drawn for each reader. */
  questions: number;
  minutes: number;
  /** Of one right answer. */
  pointsEach: number;
  /**
   * When what is right is told: once everybody is through, or to each who has handed in. Questions are drawn
   * from one bank, so who is through early could tell others; for practice that does not matter.
   */
  reveal: 'after_all' | 'after_own';
  /** A medal from so many hundredths of all points on; 0: none. */
  medalAt: number;
}

export type QuestionKind = 'single' | 'multiple' | 'true_false';

/**
 * What a quiz is for a reader now. `handed_in`: and the others are not through. `register`: it takes a
 * registration that this reader has not.
 */
export type QuizState =
  'not_yet' | 'may_start' | 'running' | 'handed_in' | 'over' | 'register' | 'not_for_you' | 'cancelled';

/** One question as this reader has it. `right` and `why` are there once they may be known. */
export interface QuizAsked {
  kind: QuestionKind;
  text: string;
  choices: string[];
  /** Places of the choices, from 0. */
  chosen: number[];
  right?: number[];
  why?: string;
}

/** What came out for a reader. */
interface QuizResult {
  score: number;
  right: number;
  seconds: number;
  /** Handed in, or ended by time. */
  byTime: boolean;
  medal: boolean;
  /** Among all, once everybody is through; equal results share one. */
  rank?: number;
}

export interface QuizPage extends Pick<
  QuizPlan,
  'topics' | 'questions' | 'minutes' | 'pointsEach' | 'reveal' | 'medalAt'
> {
  eventId: string;
  title: string;
  about: string[];
  startsAt: Instant;
  endsAt: Instant;
  state: QuizState;
  because: Refusal[];
  /** How others would read one's name, "林＊＊"; "" for a visitor. */
  name: string;
  /** The ranking shows it. */
  named: boolean;
  /** While it runs: what is left by the library's clock. The phone's own clock decides nothing. */
  secondsLeft?: number;
  /** While it runs, and once what is right may be known. */
  paper?: QuizAsked[];
  result?: QuizResult;
  /** So many took part, once everybody is through. */
  taken?: number;
}

export interface QuizRank {
  rank: number;
  /** "": who did not say that their name may stand here. */
  name: string;
  score: number;
  seconds: number;
  mine: boolean;
}

export interface QuizzesApi {
  'quizzes.show'(input: { eventId: string }): QuizPage;
  /** One attempt a reader, however often and on however many phones it is begun. */
  'quizzes.start'(input: { eventId: string; named: boolean }): QuizPage;
  /** Keeps the answer to one question, `place` from 0; none chosen takes it back. */
  'quizzes.answer'(input: { eventId: string; place: number; chosen: number[] }): {
    secondsLeft: number;
    answered: number;
  };
  'quizzes.handIn'(input: { eventId: string }): QuizPage;
  /** Whether one's name, shortened, stands in the ranking. */
  'quizzes.setNamed'(input: { eventId: string; named: boolean }): { named: boolean };
  /** The first hundred, once everybody is through. */
  'quizzes.ranking'(input: { eventId: string }): { list: QuizRank[]; taken: number };
}

export interface BankQuestion {
  questionId: string;
  topic: string;
  kind: QuestionKind;
  text: string;
  choices: string[];
  /** Places of the right choices, from 0. */
  right: number[];
  why: string;
  /** Drawn no more; papers that have it keep it. */
  retired: boolean;
  /** Of its last change: who changes it says which one they saw. */
  changedAt: Instant;
}

interface QuizWinner {
  rank: number;
  name: ReaderName;
  score: number;
  seconds: number;
}

export interface QuizFigures {
  title: string;
  full: number;
  taken: number;
  handedIn: number;
  /** Hundredths of all points, of those who are through; null: nobody is. */
  average: number | null;
  /** How many of them had so many hundredths: 0–19, 20–39, … 80–100. */
  spread: number[];
  /** Questions with the fewest right answers first, of at least so many readers that it says something. */
  hardest: { text: string; asked: number; right: number }[];
  /** Once everybody is through: who gets the prizes. */
  winners: QuizWinner[];
}

/** The question bank and what came of a quiz, for staff of the role `events`. */
export interface QuizDeskApi {
  'quizDesk.questions'(input: { topic?: string; retired?: boolean; after?: string }): {
    list: BankQuestion[];
    next?: string;
    /** Questions in use, by topic. */
    topics: { topic: string; questions: number }[];
  };
  /** A new one (`questionId` "") or one that was seen as of `changedAt`. Papers that have it keep it. */
  'quizDesk.save'(
    input: Omit<BankQuestion, 'retired' | 'changedAt'> & { changedAt: Instant | '' },
  ): BankQuestion;
  /** Takes it out of what is drawn, or puts it back. */
  'quizDesk.retire'(input: { questionId: string; retired: boolean }): BankQuestion;
  /** From an uploaded list (CSV or Excel): all of it, or nothing and every line that is wrong. */
  'quizDesk.bringIn'(input: { fileId: string }): { added: number; known: number };
  'quizDesk.figures'(input: { eventId: string }): QuizFigures;
}
