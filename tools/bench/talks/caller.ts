import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Action, InputOf, OutputOf } from '../../../typings/contract';
import type { Answer } from '../../../typings/contract/answer';
import type { Cloud } from '../../../local/cloud/index';
import { doorOf } from '../../../miniprogram/lib/door';

interface Counts {
  calls: number;
  /** Requests and answers that got lost on their way, so that the same request went again. */
  lost: number;
  /** Calls that broke at the library, and went again under the same id as somebody taps once more. */
  again: number;
  /** By code; "failure": it broke however often it was tried. */
  noes: Map<string, number>;
}

export interface Caller {
  ask<A extends Action>(who: string, action: A, input: InputOf<A>): Promise<OutputOf<A> | undefined>;
  counts: Counts;
}

/** One way to the library takes so long, ms. */
const WAY_MS = 50;
/** Share of requests that get lost on their way there, and of answers on their way back. */
const LOST_THERE = 0.01;
const LOST_BACK = 0.02;
/** The code by which a phone is told that the answer was lost. */
const ANSWER_LOST = -404012;
/** A transaction of an instance that died keeps its documents for half a minute. */
const MOST_TRIES = 8;
const BEFORE_AGAIN_MS = 1500;

/** A network between phones and doors: slow, and now and then without a way there or back. */
export const overTheNetwork = (cloud: Cloud, random: () => number): Caller => {
  const counts: Counts = { calls: 0, lost: 0, again: 0, noes: new Map() };
  const no = (code: string): undefined => {
    counts.noes.set(code, (counts.noes.get(code) ?? 0) + 1);
    return undefined;
  };
  /** undefined: nothing came back. */
  const once = async (who: string, action: Action, input: unknown, requestId: string) => {
    counts.calls++;
    await pause(WAY_MS);
    if (random() < LOST_THERE) return undefined;
    const called = await cloud.call(doorOf(action), { action, input, requestId }, who);
    await pause(WAY_MS);
    if (random() < LOST_BACK || ('errCode' in called && called.errCode === ANSWER_LOST)) return undefined;
    return 'result' in called ? (called.result as Answer<unknown>) : BROKEN;
  };
  return {
    counts,
    ask: async <A extends Action>(who: string, action: A, input: InputOf<A>) => {
      const requestId = randomUUID();
      for (let tries = 1; ;) {
        const answer = await once(who, action, input, requestId);
        if (!answer) counts.lost++;
        else if (answer.ok) return answer.value as OutputOf<A>;
        else if ('refusals' in answer) return no(answer.refusals[0]?.code ?? '?');
        else if (tries >= MOST_TRIES) return no('failure');
        else {
          counts.again++;
          await pause(BEFORE_AGAIN_MS * tries++);
        }
      }
    },
  };
};

const BROKEN: Answer<unknown> = { ok: false, failure: { requestId: '' } };
