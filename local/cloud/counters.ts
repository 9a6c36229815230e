import type { Cost } from './database/engine/cost';
import type { Invocation, InvocationCost } from './functions/invocations';

/** What the database was asked, in all and by function call, for benchmarks to print. */
export interface Counters {
  add(action: string, cost: Cost, invocation: Invocation | undefined): void;
  keep(invocation: Invocation): void;
  read(): CountersReport;
}

export interface CountersReport {
  total: InvocationCost & { keys: number; slowQueries: number };
  byAction: Record<string, number>;
  /** The latest calls, by request id. */
  calls: Record<string, InvocationCost & { function: string }>;
}

const CALLS_KEPT = 5000;

export function openCounters(): Counters {
  const total = { roundTrips: 0, examined: 0, returned: 0, keys: 0, slowQueries: 0 };
  const byAction: Record<string, number> = {};
  const calls = new Map<string, InvocationCost & { function: string }>();
  return {
    add: (action, cost, invocation) => {
      total.roundTrips++;
      total.examined += cost.examined;
      total.returned += cost.returned;
      total.keys += cost.keys;
      if (cost.examined > Math.max(100, 10 * cost.returned)) total.slowQueries++;
      byAction[action] = (byAction[action] ?? 0) + 1;
      if (!invocation) return;
      invocation.cost.roundTrips++;
      invocation.cost.examined += cost.examined;
      invocation.cost.returned += cost.returned;
    },
    keep: (invocation) => {
      calls.set(invocation.requestId, { function: invocation.functionName, ...invocation.cost });
      if (calls.size > CALLS_KEPT) calls.delete(calls.keys().next().value as string);
    },
    read: () => ({
      total: { ...total },
      byAction: { ...byAction },
      // Thousands of calls: made when somebody looks at them.
      get calls() {
        return Object.fromEntries(calls);
      },
    }),
  };
}
