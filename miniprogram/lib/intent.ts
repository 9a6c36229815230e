/**
 * One request id for one thing that the reader means to do. The same action with the same input is the same
 * intention until an answer has settled it, or until it is so old that a new tap is meant anew.
 */
const KEEP_MS = 10 * 60_000;

const open = new Map<string, { requestId: string; at: number }>();

export function intentOf(action: string, input: unknown, now = Date.now()): string {
  const key = keyOf(action, input);
  const known = open.get(key);
  if (known && now - known.at < KEEP_MS) return known.requestId;
  const requestId = newRequestId(now);
  open.set(key, { requestId, at: now });
  return requestId;
}

/** The answer came: the next tap is a new intention. */
export function settled(action: string, input: unknown): void {
  open.delete(keyOf(action, input));
}

/** For the few acts whose page wants to hold the id itself. */
export function newRequestId(now = Date.now()): string {
  const random = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  return `${now.toString(36)}-${random()}${random()}`;
}

function keyOf(action: string, input: unknown): string {
  return `${action} ${JSON.stringify(input)}`;
}
