import type { Invocation } from '../functions/invocations';
import { errorOf, placeOf, type RequestAt } from './fault';
import { noteStruck, take, type Planted, type PlantedFaults } from './planted-faults';

export interface Strike {
  /** The request is carried out before the fault strikes. */
  done: boolean;
  /** The transaction the request belongs to ends with it. */
  endsTransaction: boolean;
  /** Throws what becomes of the request. */
  strike(): never;
}

/** The request has no answer: its connection breaks. */
export class InstanceKilled extends Error {}

type EndInstance = (requestId: string) => void;

const KILLED_KEPT = 1000;

export function beginCall(faults: PlantedFaults, invocation: Invocation, event: unknown): void {
  const action = (event as { action?: unknown } | null)?.action;
  const planted = take(
    faults,
    (fault) =>
      !fault.twice &&
      fault.function === invocation.functionName &&
      (fault.action === undefined || fault.action === action) &&
      (fault.openid === undefined || fault.openid === invocation.openid),
    invocation.requestId,
  );
  if (planted) faults.met.set(invocation.requestId, { planted, requests: 0, commits: 0 });
}

export function endCall({ met, killed, lostAnswers }: PlantedFaults, { requestId }: Invocation): void {
  const ended = met.get(requestId);
  met.delete(requestId);
  if (ended?.planted.fault.loseAnswer && !killed.has(requestId)) lostAnswers.set(requestId, ended.planted);
}

export function strikeAt(
  faults: PlantedFaults,
  invocation: Invocation,
  action: string,
  endInstance: EndInstance,
): Strike | undefined {
  const here = faults.met.get(invocation.requestId);
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
    const strike = (): never => kill(faults, planted, invocation, action, endInstance);
    return { done: 'afterRequest' in death, endsTransaction: false, strike };
  }
  if (!refuse || !isAt(refuse.request, refuse.onwards)) return undefined;
  const strike = (): never => {
    noteStruck(faults, planted, { where: action });
    throw errorOf(refuse.with);
  };
  return { done: refuse.done === true, endsTransaction: refuse.with === 'conflict', strike };
}

function kill(
  faults: PlantedFaults,
  planted: Planted,
  { requestId, functionName }: Invocation,
  action: string,
  endInstance: EndInstance,
): never {
  const { killed } = faults;
  killed.add(requestId);
  if (killed.size > KILLED_KEPT) killed.delete(killed.values().next().value as string);
  noteStruck(faults, planted, { where: action });
  endInstance(requestId);
  throw new InstanceKilled(`${functionName} was killed at ${action}`);
}

export function losesAnswer(faults: PlantedFaults, requestId: string): boolean {
  const planted = faults.lostAnswers.get(requestId);
  if (!planted) return false;
  faults.lostAnswers.delete(requestId);
  noteStruck(faults, planted);
  return true;
}

export function firesTwice(faults: PlantedFaults, functionName: string): boolean {
  const planted = take(faults, (fault) => fault.twice === true && fault.function === functionName);
  if (planted) noteStruck(faults, planted);
  return planted !== undefined;
}

export function isKilled({ killed }: PlantedFaults, seqId: string | null): boolean {
  return seqId !== null && killed.has(seqId.slice(0, 36));
}
