import { createHash } from 'node:crypto';

/**
 * An id for others to name somebody by whose own id is not theirs to know. Only of ids that nobody can guess,
 * as WeChat's are: it comes from no key, so that it stays the same whichever keys are replaced.
 */
export const opaqueId = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 24);
