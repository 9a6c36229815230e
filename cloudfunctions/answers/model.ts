import type { Nearest } from './nearest';

/** A model that puts what was found in another order, where a library has one. */
type Reorder = (asked: string, found: readonly Nearest[]) => Promise<readonly Nearest[]>;

/** No model: the order of the rules stands. */
export const noModel: Reorder = (_asked, found) => Promise.resolve(found);
