import { randomUUID } from 'node:crypto';

/** Where a call came from, as getWXContext().SOURCE tells it. */
export type Source = string;

/**
 * One call of a function while it runs. Its request id travels in the SDK's `seqId` on everything it asks.
 */
export interface Invocation {
  requestId: string;
  functionName: string;
  openid: string | undefined;
  source: Source;
  /** How far the clock of this call is from real time. */
  offsetMs: number;
  cost: InvocationCost;
}

/** What one call asked of the database. */
export interface InvocationCost {
  roundTrips: number;
  examined: number;
  returned: number;
}

export interface Invocations {
  begin(call: Omit<Invocation, 'requestId' | 'cost'>): Invocation;
  end(invocation: Invocation): void;
  /** The call a `seqId` of the SDK belongs to. */
  bySequence(seqId: string | null): Invocation | undefined;
}

export function openInvocations(): Invocations {
  const running = new Map<string, Invocation>();
  return {
    begin: (call) => {
      const cost = { roundTrips: 0, examined: 0, returned: 0 };
      const invocation: Invocation = { ...call, requestId: randomUUID(), cost };
      running.set(invocation.requestId, invocation);
      return invocation;
    },
    end: (invocation) => {
      running.delete(invocation.requestId);
    },
    bySequence: (seqId) => running.get(seqId?.slice(0, 36) ?? ''),
  };
}
