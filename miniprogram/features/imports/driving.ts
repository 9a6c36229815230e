import type { ImportRun } from '../../../typings/contract';
import { ask, type Outcome } from '../../lib/call';

/** A step should take so long: often enough for a bar that moves, far below the twenty seconds of a call. */
const STEP_MS = 4000;
const FIRST = 40;
const LEAST = 20;
const MOST = 400;
/** Somebody else drives it, or an answer was lost. */
const WAIT_MS = 3000;
/** After so many lost answers in a row the page asks its reader. */
const MOST_LOST = 4;

export interface Driving {
  /** `done`: records that were done when the page began to drive. */
  start(done: number): void;
  stop(): void;
}

interface Told {
  moved(run: ImportRun, perSecond: number): void;
  /** `ended`: it is no use to go on by itself. */
  lost(outcome: Exclude<Outcome<ImportRun>, { kind: 'value' }>, ended: boolean): void;
}

/**
 * Goes on with a run as long as its page is seen. The size of a step follows the time that the last one took.
 * What is lost is asked for again: the run itself says which record is next.
 */
export function driving(runId: string, told: Told, now = () => Date.now()): Driving {
  let turn = 0;
  let size = FIRST;
  let lost = 0;

  const drive = async (mine: number, done: number): Promise<void> => {
    const begun = now();
    while (turn === mine) {
      const at = now();
      const outcome = await ask('imports.step', { runId, records: size });
      if (turn !== mine) return;
      if (outcome.kind === 'value') {
        const run = outcome.value;
        lost = 0;
        told.moved(run, rateOf(run.done - done, now() - begun));
        if (run.status !== 'running') return;
        if (run.busy) await pause();
        else size = sizeAfter(size, now() - at);
      } else {
        lost++;
        const isOver = outcome.kind === 'refused' || outcome.kind === 'invalid' || lost >= MOST_LOST;
        told.lost(outcome, isOver);
        if (isOver) return;
        size = Math.max(LEAST, Math.floor(size / 2));
        await pause();
      }
    }
  };
  return {
    start: (done) => {
      lost = 0;
      void drive(++turn, done);
    },
    stop: () => {
      turn++;
    },
  };
}

const rateOf = (records: number, ms: number): number => (ms > 0 && records > 0 ? (records / ms) * 1000 : 0);

export const sizeAfter = (size: number, ms: number): number =>
  Math.max(LEAST, Math.min(MOST, Math.min(size * 2, Math.round((size * STEP_MS) / Math.max(1, ms)))));

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, WAIT_MS));
