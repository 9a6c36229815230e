import type { Invocation } from '../functions/invocations';
import type { Log } from '../log/log';
import type { Fault } from './fault';
import { beginCall, endCall, firesTwice, isKilled, losesAnswer, strikeAt, type Strike } from './fault-points';
import { clear, noFaults, plant } from './planted-faults';

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

interface FaultParts {
  /** Ends the instance that runs this call. */
  kill: (requestId: string) => void;
  expireTransactions: () => void;
  log: Log;
}

export function openFaults({ kill, expireTransactions, log }: FaultParts): Faults & FaultPoints {
  const faults = noFaults(log);
  return {
    next: (fault) => {
      const planted = plant(faults, fault);
      return { struck: () => planted.struck, requestID: () => planted.requestId };
    },
    clear: () => clear(faults),
    waiting: () => faults.waiting.map(({ fault }) => fault),
    expireTransactions,
    begin: (invocation, event) => beginCall(faults, invocation, event),
    end: (invocation) => endCall(faults, invocation),
    atRequest: (invocation, action) => strikeAt(faults, invocation, action, kill),
    losesAnswer: (requestId) => losesAnswer(faults, requestId),
    firesTwice: (functionName) => firesTwice(faults, functionName),
    isKilled: (seqId) => isKilled(faults, seqId),
  };
}
