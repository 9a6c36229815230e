import type { AnswerWords } from '../../typings/contract/answers';
import type { Instant, LocalDate } from '../../typings/contract/shapes';

/**
 * A question and its answer. What readers see and the draft of what they will see stand beside one another:
 * a change waits for a second person while the answer goes on being read.
 */
export interface AnswerDocument {
  _id: string;
  published: AnswerWords | null;
  shown: boolean;
  draft: AnswerWords | null;
  draftState: 'none' | 'draft' | 'waiting';
  /** Openid of the staff who wrote the draft. */
  draftBy: string | null;
  /** Openid and name of who wrote last: they are asked whether it still holds. */
  responsibleId: string;
  responsible: string;
  /** Of what is published; null: it does not age. */
  validUntil: LocalDate | null;
  /** Told by readers: that it was asked for, and that it answered. */
  asked: number;
  helped: number;
  changedAt: Instant;
  version: number;
}

/**
 * That an answer helped or not, or (`answerId` "") that none was found: who said so is not kept. Those of
 * answers are counted into them at night, so that no tap waits for what everybody reads.
 */
export interface AnswerMarkDocument {
  _id: string;
  answerId: string;
  helped: boolean;
  /** What was asked, with everything taken out that tells of people; "" where an answer is named. */
  text: string;
  at: Instant;
}

/** `_id` "answers": changes when what readers see does, so that warm functions read all again. */
export interface AnswersChangedSetting {
  _id: 'answers';
  at: Instant;
  /** The change that it was. */
  by: string;
}
