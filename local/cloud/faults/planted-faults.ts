import type { Log } from '../log/log';
import { wrongWith, type Fault } from './fault';

export interface Planted {
  fault: Fault;
  struck: boolean;
  /** The call that met it. */
  requestId: string | undefined;
}

/** What shall go wrong, by how far it has come: waiting for its call, met by one, its answer to be lost. */
export interface PlantedFaults {
  waiting: Planted[];
  /** By the id of the call that runs, with what it has asked the database so far. */
  met: Map<string, { planted: Planted; requests: number; commits: number }>;
  /** By the id of the call that has ended. */
  lostAnswers: Map<string, Planted>;
  /** Calls whose instance is dead. */
  killed: Set<string>;
  log: Log;
}

export function noFaults(log: Log): PlantedFaults {
  return { waiting: [], met: new Map(), lostAnswers: new Map(), killed: new Set(), log };
}

export function plant({ waiting }: PlantedFaults, fault: Fault): Planted {
  const wrong = wrongWith(fault);
  if (wrong) throw new Error(wrong);
  const planted: Planted = { fault, struck: false, requestId: undefined };
  waiting.push(planted);
  return planted;
}

export function clear(faults: PlantedFaults): void {
  faults.waiting = [];
  faults.met.clear();
  faults.lostAnswers.clear();
}

/** The first that fits waits no longer. */
export function take(
  faults: PlantedFaults,
  fits: (fault: Fault) => boolean,
  requestId?: string,
): Planted | undefined {
  const planted = faults.waiting.find(({ fault }) => fits(fault));
  if (!planted) return undefined;
  faults.waiting = faults.waiting.filter((other) => other !== planted);
  planted.requestId = requestId;
  return planted;
}

export function noteStruck(
  { log }: PlantedFaults,
  planted: Planted,
  details: Record<string, unknown> = {},
): void {
  planted.struck = true;
  log.write('fault', { ...planted.fault, requestID: planted.requestId, ...details });
}
