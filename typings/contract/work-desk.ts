import type { Instant, ReaderName } from './shapes';
import type { CallPhase, WorkState } from './work-states';
import type { CallDraft, CallRow, Criterion, WorkTakes, WorkWords } from './works';

/** A member of the staff who may be named as a judge. */
export interface JudgeChoice {
  judgeId: string;
  name: string;
}

export interface DeskCallRow extends CallRow {
  works: number;
  /** To be looked at before others see them. */
  waiting: number;
}

export interface DeskCall {
  callId: string;
  phase: CallPhase;
  draft: CallDraft;
  version: number;
  judges: (JudgeChoice & { marked: number; abstained: number })[];
  staff: JudgeChoice[];
  works: number;
  waiting: number;
  /** This organiser judges: authors and marks of others are not theirs to see before it is decided. */
  judging: boolean;
}

export interface DeskWork {
  workId: string;
  number: string;
  title: string;
  group: string;
  state: WorkState;
  /** Of words that were read: a decision is on these. */
  version: number;
  why: string;
  publish: boolean;
  /** "": whoever judges does not see it. */
  author: ReaderName;
  reports: string[];
  words: WorkWords;
}

/** One work among those of its group. Scores of a hundred. */
export interface RankedWork {
  workId: string;
  number: string;
  title: string;
  group: string;
  rank: number;
  prize: string;
  score: number;
  /** One for each judge who marked it, without who, lowest first. */
  marks: number[];
  spread: number;
  /** The judges are too far apart. */
  wide: boolean;
}

export interface WorkDeskApi {
  'workDesk.list'(input: { after?: string }): { list: DeskCallRow[]; next?: string };
  'workDesk.call'(input: { callId: string }): DeskCall;
  /** `callId` "": a new one. `version`: of the call that was seen. */
  'workDesk.save'(input: { callId: string; version: number; draft: CallDraft }): DeskCall;
  /** `judgeId`: becomes a judge, or is none any more. */
  'workDesk.setJudge'(input: { callId: string; judgeId: string; judges: boolean }): DeskCall;
  'workDesk.announce'(input: { callId: string }): DeskCall;
  'workDesk.callOff'(input: { callId: string; why: string }): DeskCall;
  'workDesk.works'(input: { callId: string; which: 'waiting' | 'reported' | 'all'; after?: string }): {
    counts: { waiting: number; reported: number; all: number };
    list: DeskWork[];
    next?: string;
  };
  /** Lets others see it, or sends it back with words. */
  'workDesk.look'(input: { workId: string; version: number; allow: boolean; why: string }): {
    workId: string;
  };
  'workDesk.openMedia'(input: { workId: string; mediaId: string }): { fileId: string };
  /** As the marks stand now; `missing`: marks that judges still owe. */
  'workDesk.results'(input: { callId: string }): {
    seen: string;
    missing: { name: string; count: number }[];
    list: RankedWork[];
  };
  /** Publishes the ranking that was seen. */
  'workDesk.decide'(input: { callId: string; seen: string }): DeskCall;
}

/** A work as a judge sees it: nothing of whose it is. */
export interface JudgedWork {
  workId: string;
  number: string;
  title: string;
  group: string;
  /** This judge's own; null: not yet. */
  mark: OwnMark | null;
}

export interface OwnMark {
  points: Record<string, number>;
  /** Does not judge this one. */
  abstain: boolean;
  comment: string;
  /** Of a hundred. */
  total: number | null;
}

export interface JudgingApi {
  'judging.calls'(input: Record<string, never>): {
    list: {
      callId: string;
      title: string;
      phase: CallPhase;
      closesAt: Instant;
      works: number;
      marked: number;
    }[];
  };
  'judging.works'(input: { callId: string; after?: string }): {
    title: string;
    phase: CallPhase;
    closesAt: Instant;
    works: number;
    marked: number;
    list: JudgedWork[];
    next?: string;
  };
  'judging.work'(input: { callId: string; workId: string }): JudgedWork & {
    text: string;
    media: string[];
    takes: WorkTakes;
    criteria: Criterion[];
    phase: CallPhase;
    /** The next one without a mark; "": there is none. */
    nextWorkId: string;
  };
  'judging.openMedia'(input: { callId: string; workId: string; mediaId: string }): { fileId: string };
  'judging.mark'(input: {
    callId: string;
    workId: string;
    points: Record<string, number>;
    abstain: boolean;
    comment: string;
  }): JudgedWork;
}
