import type { WaitDocument } from '../documents';

interface Place {
  /** In the queue; 1 is next. */
  position: number;
  /** Copies of the title that serve. */
  copies: number;
}

type PastWait = Pick<WaitDocument, 'position' | 'copies' | 'days'>;

/** Fewer past waits than these say nothing that a reader should plan by. */
export const LEAST_WAITS = 10;
/** A tenth of the past waits was shorter than what is told, a tenth longer: four of five should come true. */
const SHORTEST = 0.1;
const LONGEST = 0.9;

/** How often the copies have to come back until a reader's turn. */
const turnsOf = ({ position, copies }: Place): number =>
  Math.max(1, Math.ceil(position / Math.max(1, copies)));

/**
 * How many days a hold at a place will wait, by how long holds of this library waited: those that waited as
 * many turns, and where these are too few, all of them turn for turn. null while there are too few
 * altogether. The range is not a promise: `pastError` says how often it came true.
 */
export const waitingTimeFrom = (
  waits: readonly PastWait[],
  place: Place,
): { from: number; to: number; sample: number } | null => {
  const turns = turnsOf(place);
  const alike = waits.filter((wait) => turnsOf(wait) === turns).map((wait) => wait.days);
  const days = alike.length >= LEAST_WAITS ? alike : waits.map((wait) => (wait.days / turnsOf(wait)) * turns);
  if (days.length < LEAST_WAITS) return null;
  const sorted = [...days].sort((a, b) => a - b);
  return {
    from: Math.floor(quantile(sorted, SHORTEST)),
    to: Math.ceil(quantile(sorted, LONGEST)),
    sample: sorted.length,
  };
};

interface PastError {
  /** Waits that ended and whose reader had been told a range. */
  sample: number;
  /** Of them: within the range, shorter, longer. */
  held: number;
  shorter: number;
  longer: number;
}

/**
 * How often the ranges that readers were told came true. Holds that were given up before they were ready are
 * not in it.
 */
export const pastError = (waits: readonly Pick<WaitDocument, 'days' | 'told'>[]): PastError => {
  const error: PastError = { sample: 0, held: 0, shorter: 0, longer: 0 };
  for (const { days, told } of waits) {
    if (!told) continue;
    error.sample++;
    if (days < told.from) error.shorter++;
    else if (days > told.to) error.longer++;
    else error.held++;
  }
  return error;
};

/** The value at a part of the way through sorted values, between two of them in proportion. */
const quantile = (sorted: readonly number[], part: number): number => {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
};
