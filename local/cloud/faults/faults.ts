import type { Invocation } from '../functions/invocations';
import type { Log } from '../log/log';
import { errorOf, placeOf, wrongWith, type Fault, type RequestAt } from './fault';

/**
 * Where tests ask for faults. Nothing goes wrong unless it was asked for, and each fault strikes one call.
 */
export interface Faults {
  /** Plants a fault for the next call it fits; the one planted first goes to the call that comes first. */
  next(fault: Fault): PlantedFault;
  /** Takes away what has not struck yet. */
  clear(): void;
  waiting(): Fault[];
  /** Ends every open transaction as if its life were over, for tests that cannot wait for it. */
  expireTransactions(): void;
}

interface PlantedFault {
  /** False while it waits, and for good when its call ended without coming to the place. */
  struck(): boolean;
  /** The call that met it. */
  requestID(): string | undefined;
}

/** Where the cloud looks whether a fault stands in the way. */
export interface FaultPoints {
  begin(invocation: Invocation, event: unknown): void;
  end(invocation: Invocation): void;
  /** Called once for every request to the database. */
  atRequest(invocation: Invocation, action: string): Strike | undefined;
  /** Asked once for every call of a client, when it has ended. */
  losesAnswer(requestId: string): boolean;
  firesTwice(functionName: string): boolean;
  /** The instance this request comes from is dead, so it never came. */
  isKilled(seqId: string | null): boolean;
}

interface Strike {
  /** The request is carried out before the fault strikes. */
  done: boolean;
  /** The transaction the request belongs to ends with it. */
  endsTransaction: boolean;
  /** Throws what becomes of the request. */
  strike(): never;
}

/** The request has no answer: its connection breaks. */
export class InstanceKilled extends Error {}

interface Planted {
  fault: Fault;
  struck: boolean;
  requestId: string | undefined;
}

interface Met {
  planted: Planted;
  requests: number;
  commits: number;
}

interface FaultParts {
  kill: (requestId: string) => void;
  expireTransactions: () => void;
  log: Log;
}

const KILLED_KEPT = 1000;

export function openFaults(parts: FaultParts): Faults & FaultPoints {
  let waiting: Planted[] = [];
  const met = new Map<string, Met>();
  const lostAnswers = new Map<string, Planted>();
  const killed = new Set<string>();

  function take(fits: (fault: Fault) => boolean, requestId?: string): Planted | undefined {
    const planted = waiting.find(({ fault }) => fits(fault));
    if (!planted) return undefined;
    waiting = waiting.filter((other) => other !== planted);
    planted.requestId = requestId;
    return planted;
  }

  function struck(planted: Planted, details: Record<string, unknown> = {}): void {
    planted.struck = true;
    parts.log.write('fault', { ...planted.fault, requestID: planted.requestId, ...details });
  }

  function kill(planted: Planted, invocation: Invocation, action: string): never {
    killed.add(invocation.requestId);
    if (killed.size > KILLED_KEPT) killed.delete(killed.values().next().value as string);
    struck(planted, { where: action });
    parts.kill(invocation.requestId);
    throw new InstanceKilled(`${invocation.functionName} was killed at ${action}`);
  }

  return {
    next: (fault) => {
      const wrong = wrongWith(fault);
      if (wrong) throw new Error(wrong);
      const planted: Planted = { fault, struck: false, requestId: undefined };
      waiting.push(planted);
      return { struck: () => planted.struck, requestID: () => planted.requestId };
    },
    clear: () => {
      waiting = [];
      met.clear();
      lostAnswers.clear();
    },
    waiting: () => waiting.map(({ fault }) => fault),
    expireTransactions: parts.expireTransactions,
    begin: (invocation, event) => {
      const action = (event as { action?: unknown } | null)?.action;
      const planted = take(
        (fault) =>
          !fault.twice &&
          fault.function === invocation.functionName &&
          (fault.action === undefined || fault.action === action) &&
          (fault.openid === undefined || fault.openid === invocation.openid),
        invocation.requestId,
      );
      if (planted) met.set(invocation.requestId, { planted, requests: 0, commits: 0 });
    },
    end: ({ requestId }) => {
      const ended = met.get(requestId);
      met.delete(requestId);
      if (ended?.planted.fault.loseAnswer && !killed.has(requestId))
        lostAnswers.set(requestId, ended.planted);
    },
    atRequest: (invocation, action) => {
      const here = met.get(invocation.requestId);
      if (!here) return undefined;
      here.requests++;
      const isCommit = action === 'database.commitTransaction';
      if (isCommit) here.commits++;
      const isAt = (place: RequestAt, onwards = false): boolean =>
        place === 'commit'
          ? isCommit && (onwards || here.commits === 1)
          : place === here.requests || (onwards && here.requests > place);
      const { planted } = here;
      const { kill: death, refuse } = planted.fault;
      if (death && isAt(placeOf(death))) {
        const strike = (): never => kill(planted, invocation, action);
        return { done: 'afterRequest' in death, endsTransaction: false, strike };
      }
      if (!refuse || !isAt(refuse.request, refuse.onwards)) return undefined;
      const strike = (): never => {
        struck(planted, { where: action });
        throw errorOf(refuse.with);
      };
      return { done: refuse.done === true, endsTransaction: refuse.with === 'conflict', strike };
    },
    losesAnswer: (requestId) => {
      const planted = lostAnswers.get(requestId);
      if (!planted) return false;
      lostAnswers.delete(requestId);
      struck(planted);
      return true;
    },
    firesTwice: (functionName) => {
      const planted = take((fault) => fault.twice === true && fault.function === functionName);
      if (planted) struck(planted);
      return planted !== undefined;
    },
    isKilled: (seqId) => seqId !== null && killed.has(seqId.slice(0, 36)),
  };
}
