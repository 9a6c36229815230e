import type { WaitingOdds } from '../../typings/contract/events';
import type { EventDocument } from '../documents';

/** Fewer say nothing: three of five is chance. */
const LEAST_EVENTS = 3;
const LEAST_WAITED = 20;

type Past = Pick<EventDocument, 'served' | 'unserved'>;

/** What became of those who waited at past events; null: too few to tell anybody of. */
export const oddsOf = (past: readonly Past[]): WaitingOdds | null => {
  const full = past.filter(({ served, unserved }) => served + unserved > 0);
  const served = full.reduce((sum, event) => sum + event.served, 0);
  const waited = full.reduce((sum, event) => sum + event.unserved, served);
  return full.length < LEAST_EVENTS || waited < LEAST_WAITED ? null : { events: full.length, waited, served };
};
