import type { LIKENESSES } from './fit';

type Weights = Record<(typeof LIKENESSES)[number], number>;

/** How much each likeness counts where words are all there is: fitted to the dev part of the benchmark. */
export const WORDS_ALONE: Weights = {
  said: 0,
  'said evenly': 3.5,
  'words asked': 4,
  'words asked evenly': 0,
  'pairs asked': 0.4,
  'sounds asked': 0.2,
  'groups shared': 0.4,
  'topics asked': 0,
  'topics shared': 0,
  gathered: 0.3,
  missing: -0.1,
  beginning: 0.2,
  end: 0.32,
  shape: 0,
  length: -2.8,
  'said in answer': 0,
};

/** And where topics are known: they tell more than words. Fitted to the tuned part of a library's own set. */
export const WITH_TOPICS: Weights = {
  said: 1.2,
  'said evenly': 1,
  'words asked': 0.2,
  'words asked evenly': 0.1,
  'pairs asked': 0.2,
  'sounds asked': 0.2,
  'groups shared': 0.7,
  'topics asked': 2,
  'topics shared': 4,
  gathered: 1.5,
  missing: 0,
  beginning: 0,
  end: 0,
  shape: 0.1,
  length: -0.8,
  'said in answer': 3.2,
};
