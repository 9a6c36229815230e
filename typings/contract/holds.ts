import type { Instant, LocalDate } from './answer';
import type { TitleFacts } from './catalogue';

export type HoldStatus = 'waiting' | 'ready' | 'filled' | 'cancelled' | 'expired';

export interface HoldSummary {
  holdId: string;
  status: 'waiting' | 'ready';
  pickUpBranchId: string;
  pickUpBranchName: string;
  /** 1 is next; 0 once ready. */
  position: number;
  /** On the way to the pick-up branch, or being fetched from a shelf. */
  onItsWay: boolean;
  /** Last day on the hold shelf, once ready. */
  pickUpBy?: LocalDate;
}

export interface Hold extends HoldSummary {
  title: TitleFacts;
  placedAt: Instant;
}

export interface HoldsApi {
  'holds.list'(input: Record<string, never>): { list: Hold[]; limit: number };
  'holds.place'(input: { titleId: string; pickUpBranchId: string }): Hold;
  'holds.cancel'(input: { holdId: string }): { holdId: string };
}
