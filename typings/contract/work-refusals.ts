import type { Instant } from './shapes';
import type { CallPhase, DonationState, DriftState, WishState, WorkState } from './work-states';

/** Every expected no about works that readers send in, and about judging them. */
export type WorkRefusal =
  | { code: 'call_not_found' }
  /** It is off, or not there for readers. */
  | { code: 'works_not_open' }
  | { code: 'call_is'; phase: CallPhase; at: Instant }
  | { code: 'call_changed' }
  | { code: 'call_wrong'; field: 'closesAt' | 'groups' | 'criteria' | 'prizes' | 'takes' }
  | { code: 'call_has_works'; works: number }
  /** No group is for readers of this age. */
  | { code: 'no_group_for_age'; age: number }
  | { code: 'work_not_found' }
  | { code: 'work_is'; state: WorkState }
  | { code: 'work_changed' }
  | { code: 'work_lacks'; what: 'title' | 'text' | 'pictures' | 'recording' | 'pen_name' }
  | { code: 'work_too_long'; length: number; most: number }
  /** Pictures or recordings. */
  | { code: 'work_too_many'; most: number }
  /** Judges must not read whose it is. */
  | { code: 'work_names_author' }
  | { code: 'judge_cannot_enter' }
  | { code: 'judge_has_entered'; name: string }
  | { code: 'judge_not_found' }
  | { code: 'not_judging' }
  | { code: 'points_wrong'; name: string; most: number }
  | { code: 'no_judges' }
  | { code: 'works_waiting'; count: number }
  | { code: 'marks_missing'; name: string; count: number }
  /** Everybody abstained. */
  | { code: 'work_without_marks'; number: string }
  | { code: 'no_works_to_rank' }
  | { code: 'results_changed' };

/** Every expected no about books that wander and books that are given. */
export type GivenRefusal =
  | { code: 'drifting_not_open' }
  | { code: 'drift_not_found' }
  | { code: 'drift_code_unknown' }
  | { code: 'drift_is'; state: DriftState }
  /** Somebody else took it since it was looked at. */
  | { code: 'drift_moved_on' }
  | { code: 'drift_with_you' }
  | { code: 'drift_not_with_you' }
  | { code: 'drift_limit_reached'; current: number; limit: number }
  | { code: 'drift_copy_in_use'; status: string }
  | { code: 'drift_exists_already' }
  | { code: 'pen_name_missing' }
  /** A child's whole name stands nowhere in public. */
  | { code: 'child_not_by_name' }
  | { code: 'donations_not_open' }
  | { code: 'donation_not_found' }
  | { code: 'donation_is'; state: DonationState }
  | { code: 'donation_limit_reached'; current: number; limit: number }
  | { code: 'donation_books_differ'; books: number };

/** Every expected no about books that readers ask the library to buy. */
export type WishRefusal =
  | { code: 'wishes_not_open' }
  | { code: 'wish_not_found' }
  | { code: 'wish_is'; state: WishState }
  /** `other`: it may be another edition, and may be asked for all the same. */
  | { code: 'wish_held_here'; titleId: string; title: string; other: boolean }
  | { code: 'wish_asked_already'; state: WishState }
  | { code: 'wish_limit_reached'; current: number; limit: number }
  /** No title has this ISBN, and no copy this barcode. */
  | { code: 'wish_title_not_found' };
