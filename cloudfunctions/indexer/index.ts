import { renewIndex } from '../features/search/renew-index.job';
import { serveJobs } from '../platform/serve-jobs';

/**
 * The snapshot that search serves; a function of its own since building it takes more memory and time than
 * all other jobs.
 */
export const main = serveJobs([renewIndex]);
