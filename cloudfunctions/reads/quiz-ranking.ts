import type { Query } from '../kernel/database';

/** How attempts at a quiz are ranked: by points, then who took less time, then who was first. */
export const BEST_FIRST: Query['orderBy'] = [
  ['score', 'desc'],
  ['usedSeconds', 'asc'],
  ['finishedAt', 'asc'],
];
