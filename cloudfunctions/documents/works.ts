import type { Instant } from '../../typings/contract/shapes';
import type { CallDraft, WorkSignature, WorkWords } from '../../typings/contract/works';
import type { CallState, WorkState } from '../../typings/contract/work-states';

/** What readers are called on to send in. Carries its state, its judges and, once decided, its ranking. */
export interface CallDocument extends CallDraft {
  _id: string;
  state: CallState;
  /** Told to readers when it is called off. */
  why: string;
  judges: Judge[];
  /** In the order of groups and ranks; empty before it is decided. */
  results: WorkResult[];
  decidedAt: Instant | null;
  /** Those who sent something are still to be told how it came out. */
  untold: boolean;
  /** How often it was changed: what somebody saw is changed by nobody else meanwhile. */
  version: number;
}

/** `judgeId` tells nobody which WeChat it is. */
interface Judge {
  judgeId: string;
  openid: string;
  name: string;
}

interface WorkResult {
  workId: string;
  rank: number;
  prize: string;
  score: number;
}

/**
 * `_id` is `{callId}_{readerId}`: one work a reader and call, and nobody who judges it has one. What is being
 * written stands beside what was sent.
 */
export interface WorkDocument extends WorkSignature {
  _id: string;
  /** For others: it says nothing of whose it is. */
  workId: string;
  callId: string;
  readerId: string;
  state: WorkState;
  group: string;
  draft: WorkWords;
  sent: WorkWords | null;
  why: string;
  /** How it is signed, as it was chosen. */
  by: string;
  changedAt: Instant;
  /** How often it was sent. */
  version: number;
  /** Whose it is judges this call, or is of a judge's family: it is not sent. */
  barred: boolean;
  /** Others may see it: it has passed, and its reader wants that. */
  shown: boolean;
  reported: boolean;
  reports: { readerId: string; why: string; at: Instant }[];
}

/**
 * `_id` is `{callId}_{judgeId}`: all marks of one judge, by works. Closed when the call is decided: nothing
 * is marked afterwards.
 */
export interface JudgeSheetDocument {
  _id: string;
  callId: string;
  judgeId: string;
  closed: boolean;
  marks: Record<string, WorkMark>;
}

export interface WorkMark {
  points: Record<string, number>;
  abstain: boolean;
  comment: string;
  at: Instant;
}
