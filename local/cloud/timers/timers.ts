import type { CallAnswer } from '../functions/function-call';
import type { FunctionDefinition } from '../functions/definitions';
import type { Parts } from '../parts';
import { parseCron, type Cron } from './cron';

/** One firing of a function's timer. */
export interface Fired {
  function: string;
  trigger: string;
  /** The moment it was due, ISO. */
  at: string;
  ok: boolean;
}

export interface TimerAnswer {
  result?: unknown;
  requestID: string;
  errMsg?: string;
}

const HALF_DAY = 12 * 3600_000;
/** The library's days begin at midnight in UTC+8. */
const LIBRARY_OFFSET = 8 * 3600_000;
const MOST_FIRINGS = 120;

/** Runs a function's timer as if it were due at `moment`: its clock says so, whatever the real time is. */
export async function runTimer(parts: Parts, name: string, moment: number): Promise<TimerAnswer> {
  const definition = parts.functions.find(name);
  const trigger = definition?.triggers[0];
  const answer = await fire(parts, name, trigger?.name ?? 'manual', moment);
  if (!answer.ok) return { requestID: answer.requestId, errMsg: answer.message };
  return { result: JSON.parse(answer.result) as unknown, requestID: answer.requestId };
}

/** A timer is delivered at least once; a test may ask for twice, and then both run at the same time. */
async function fire(parts: Parts, name: string, trigger: string, moment: number): Promise<CallAnswer> {
  if (!parts.faults.firesTwice(name)) return deliver(parts, name, trigger, moment);
  await parts.functions.warm(2, name);
  const [first] = await Promise.all([1, 2].map(() => deliver(parts, name, trigger, moment)));
  return first as CallAnswer;
}

async function deliver(parts: Parts, name: string, trigger: string, moment: number): Promise<CallAnswer> {
  const at = new Date(moment).toISOString();
  const answer = await parts.functions.call({
    name,
    event: { Type: 'Timer', TriggerName: trigger, Time: at, Message: '' },
    source: 'wx_trigger',
    offsetMs: moment - Date.now(),
  });
  parts.log.write('timer', { function: name, trigger, due: at, ok: answer.ok, requestID: answer.requestId });
  return answer;
}

/**
 * Fires what became due between two moments, in order of time; `arrive` is told each moment before its
 * firing.
 */
export async function runDueTimers(
  parts: Parts,
  from: number,
  to: number,
  arrive: (moment: number) => void,
): Promise<Fired[]> {
  const due = parts.functions
    .definitions()
    .flatMap((definition) => missedBy(definition, from, to))
    .sort((a, b) => a.moment - b.moment);
  const fired: Fired[] = [];
  for (const { name, trigger, moment } of due) {
    arrive(moment);
    const answer = await fire(parts, name, trigger, moment);
    fired.push({ function: name, trigger, at: new Date(moment).toISOString(), ok: answer.ok });
  }
  return fired;
}

interface Due {
  name: string;
  trigger: string;
  moment: number;
}

/**
 * The last due moment of every half of a library day in between, the latest if there are very many: a daily
 * job sees every day, what waits for a morning goes out before noon, and a job that runs each minute does not
 * run ten thousand times.
 */
function missedBy(definition: FunctionDefinition, from: number, to: number): Due[] {
  const trigger = definition.triggers[0];
  if (!trigger) return [];
  const cron = cronOf(definition);
  const moments: number[] = [];
  const first = Math.floor((from + LIBRARY_OFFSET) / HALF_DAY);
  const last = Math.floor((to + LIBRARY_OFFSET) / HALF_DAY);
  for (let half = Math.max(first, last - MOST_FIRINGS + 1); half <= last; half++) {
    const begins = Math.max(from, half * HALF_DAY - LIBRARY_OFFSET - 1);
    const ends = Math.min(to, (half + 1) * HALF_DAY - LIBRARY_OFFSET - 1);
    const moment = lastDue(cron, begins, ends);
    if (moment !== undefined) moments.push(moment);
  }
  return moments.map((moment) => ({ name: definition.name, trigger: trigger.name, moment }));
}

const parsed = new WeakMap<FunctionDefinition, Cron>();

function cronOf(definition: FunctionDefinition): Cron {
  const known = parsed.get(definition) ?? parseCron(definition.triggers[0]?.cron ?? '');
  parsed.set(definition, known);
  return known;
}

/** The last moment due after `begins`, up to `ends`; found by halving, since a cron only looks forward. */
function lastDue(
  cron: { next(after: number): number | undefined },
  begins: number,
  ends: number,
): number | undefined {
  const first = cron.next(begins);
  if (first === undefined || first > ends) return undefined;
  let known = first;
  let low = first;
  let high = ends;
  while (high - low >= 1000) {
    const middle = Math.floor((low + high) / 2);
    const next = cron.next(middle);
    if (next !== undefined && next <= ends) {
      known = next;
      low = next;
    } else high = middle;
  }
  return known;
}
