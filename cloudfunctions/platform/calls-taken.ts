import type { Action } from '../../typings/contract';
import { afterCall, limitOf, type CallsLeft } from '../kernel/call-limits';

/** Callers and operations that an instance remembers. Who has been silent longest is forgotten first. */
const MOST = 20_000;

/**
 * Counted in the memory of this instance: no document is written, and none is hot. Several instances of a
 * door count each for itself (docs/decisions/0033).
 */
const known = new Map<string, CallsLeft>();

/** Takes one call of an operation by a WeChat; the seconds to wait when it has had too many. */
export const callTaken = (
  openid: string,
  operation: { action: Action; role?: unknown },
  nowMs: number,
): number => {
  const key = `${openid} ${operation.action}`;
  const { waitSeconds, ...after } = afterCall(known.get(key), limitOf(operation), nowMs);
  known.delete(key);
  known.set(key, after);
  const oldest = known.size > MOST ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  return waitSeconds;
};
