import { pageOf } from '../../lib/routes';

/** Pages of this feature that only it opens. */
export const driftRoutes = {
  book: (driftId: string) => pageOf('drifting', 'book', { driftId }),
  /** With the code that stands in the book: it can be taken there. */
  byCode: (code: string) => pageOf('drifting', 'book', { code }),
  handle: (driftId: string) => pageOf('drifting', 'handle', { driftId }),
};
