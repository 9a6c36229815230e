import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Action, InputOf, OutputOf } from '../../../typings/contract';
import type { Answer } from '../../../typings/contract/answer';
import type { Cloud } from '../../../local/cloud/index';
import { doorOf } from '../../../miniprogram/lib/door';

interface Counts {
  calls: number;
  /** Answers that were thrown away on their way, so that the same request came again. */
  lost: number;
  /** By code, or "failure". */
  noes: Map<string, number>;
}

export interface Caller {
  ask<A extends Action>(who: string, action: A, input: InputOf<A>): Promise<OutputOf<A> | undefined>;
  counts: Counts;
}

/** One way to the library takes so long, ms. */
const WAY_MS = 50;
/** Share of answers that get lost on their way back. */
const LOST = 0.02;

/** A network between phones and doors: slow, and now and then without an answer. */
export const overTheNetwork = (cloud: Cloud, random: () => number): Caller => {
  const counts: Counts = { calls: 0, lost: 0, noes: new Map() };
  const no = (code: string): undefined => {
    counts.noes.set(code, (counts.noes.get(code) ?? 0) + 1);
    return undefined;
  };
  return {
    counts,
    ask: async <A extends Action>(who: string, action: A, input: InputOf<A>) => {
      const requestId = randomUUID();
      for (;;) {
        counts.calls++;
        await pause(WAY_MS);
        const called = await cloud.call(doorOf(action), { action, input, requestId }, who);
        await pause(WAY_MS);
        if (random() < LOST) {
          counts.lost++;
          continue;
        }
        if (!('result' in called)) return no('failure');
        const answer = called.result as Answer<OutputOf<A>>;
        if (answer.ok) return answer.value;
        return no('refusals' in answer ? (answer.refusals[0]?.code ?? '?') : 'failure');
      }
    },
  };
};
