import { renewNext } from '../features/recommendations/renew-next.job';
import { renewIndex } from '../features/search/renew-index.job';
import { serveJobs } from '../platform/serve-jobs';

/**
 * The snapshot that search serves, and what may be read next; a function of its own since building them
 * takes more memory and time than all other jobs.
 */
export const main = serveJobs([renewIndex, renewNext]);
