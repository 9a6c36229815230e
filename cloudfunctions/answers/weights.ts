import type { LIKENESSES } from './fit';

/** How much each likeness counts. Fitted to the dev part of the benchmark, with signs that make sense. */
export const WEIGHTS: Record<(typeof LIKENESSES)[number], number> = {
  said: 4,
  'said evenly': 3.5,
  'words asked': 4,
  'words asked evenly': 2.5,
  'pairs asked': 0.4,
  'sounds asked': 0.4,
  'groups shared': 0.4,
  gathered: 2.5,
  missing: -0.1,
  beginning: 0.2,
  end: 0.2,
  shape: 0.4,
  length: -2.8,
};
