import { CloudError } from '../cloud-error';
import { conflict } from '../database/engine/transaction-steps';

/** What shall go wrong with one call of a function; several things may. */
export interface Fault {
  function: string;
  /** Only with a call whose event has this `action`. */
  action?: string;
  /** Only with a call by this person. */
  openid?: string;
  /** The instance dies: the function does nothing more, and nobody tells the database. */
  kill?: { beforeRequest: RequestAt } | { afterRequest: RequestAt };
  /**
   * The database answers one request with an error; `done` when it did what was asked all the same, `onwards`
   * when it refuses every later one too (every later commit, for `commit`).
   */
  refuse?: { request: RequestAt; with: RefusalName | Refusal; done?: boolean; onwards?: boolean };
  /** The function runs to its end, but its answer is lost on the way to the client. */
  loseAnswer?: boolean;
  /** The next firing of the function's timer is delivered twice, at once. */
  twice?: boolean;
}

/** Which of the call's own requests to the database, the first being 1; or its first commit. */
export type RequestAt = number | 'commit';

interface Refusal {
  code: string;
  message: string;
}

export type RefusalName = 'conflict' | 'timeout' | 'busy' | 'quota' | 'system';

const refusals: Record<RefusalName, Refusal> = {
  conflict: conflict(),
  timeout: { code: 'SERVER_TIMEOUT', message: '[InternalError] the request to the database timed out' },
  busy: {
    code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
    message: '[LimitExceeded] too many requests at once, try again later',
  },
  quota: {
    code: 'EXCEED_REQUEST_LIMIT',
    message: '[LimitExceeded] the request quota of the environment is used up',
  },
  system: { code: 'SYS_ERR', message: '[InternalError] system error, please try again later' },
};

const refusalNames = Object.keys(refusals) as RefusalName[];

export function errorOf(refusal: RefusalName | Refusal): CloudError {
  const { code, message } = typeof refusal === 'string' ? refusals[refusal] : refusal;
  return new CloudError(code, message);
}

/** Why this cannot be a fault, if it cannot: one that never strikes would let a test pass for nothing. */
export function wrongWith(fault: Fault): string | undefined {
  const { kill, refuse, loseAnswer, twice } = fault;
  if (!fault.function) return 'function must name a function';
  if (!kill && !refuse && !loseAnswer && !twice) return 'one of kill, refuse, loseAnswer and twice is needed';
  if (twice && (kill ?? refuse ?? loseAnswer)) return 'twice stands alone';
  if (kill && !isRequestAt(placeOf(kill)))
    return 'kill needs beforeRequest or afterRequest: from 1, or commit';
  if (!refuse) return undefined;
  if (!isRequestAt(refuse.request)) return 'refuse.request must be a number from 1, or commit';
  if (typeof refuse.with === 'string' && !(refuse.with in refusals))
    return `refuse.with must be { code, message } or one of ${refusalNames.join(', ')}`;
  if (refuse.done && refuse.with === 'conflict') return 'what conflicts is never done';
  return undefined;
}

export const placeOf = (kill: NonNullable<Fault['kill']>): RequestAt =>
  'beforeRequest' in kill ? kill.beforeRequest : kill.afterRequest;

const isRequestAt = (value: unknown): boolean =>
  value === 'commit' || (Number.isInteger(value) && (value as number) >= 1);
