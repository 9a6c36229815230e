import type { Candidate } from './candidate';
import { slotOf } from './fits';
import type { Prepared } from './prepare';

/** A stretch of the typed text that stands in a field: units from `at`, places of the row from `place`. */
export interface Run {
  at: number;
  place: number;
  length: number;
  /** What its units weigh, each by how well it fits. */
  value: number;
}

/** Runs that are used again: some hundred titles are compared for a query, one after the other. */
export interface RunList {
  runs: Run[];
  count: number;
}

export const runList = (): RunList => ({ runs: [], count: 0 });

export function addRun(list: RunList, at: number, place: number, length: number, value: number): void {
  const run = list.runs[list.count];
  if (run) {
    run.at = at;
    run.place = place;
    run.length = length;
    run.value = value;
  } else list.runs.push({ at, place, length, value });
  list.count++;
}

const found = runList();
const slots = new Int32Array(512);

/**
 * Every stretch of the text that stands in the row, as long as it goes, the best first. Valid until the next
 * call.
 */
export function runsOf(asked: Prepared, { codes, length }: Candidate): RunList {
  const { fits, weights } = asked;
  const width = asked.length;
  for (let place = 0; place < length; place++) slots[place] = slotOf(fits, codes[place]!);
  const { values, places, counts } = fits;
  found.count = 0;
  let before = -1;
  for (let place = 0; place < length; place++) {
    const slot = slots[place]!;
    for (let n = slot < 0 ? 0 : counts[slot]!, from = slot * width; n > 0; n--) {
      const at = places[from + n - 1]!;
      // It goes on from the place before, and was followed from there.
      if (before >= 0 && at > 0 && values[before * width + at - 1]! > 0) continue;
      let value = 0;
      let to = 0;
      for (let next = slot; next >= 0; next = place + to < length ? slots[place + to]! : -1) {
        const fit = at + to < width ? values[next * width + at + to]! : 0;
        if (fit === 0) break;
        value += fit * weights[at + to]!;
        to++;
      }
      addRun(found, at, place, to, value);
    }
    before = slot;
  }
  sortRuns(found);
  return found;
}

/** What a stretch is worth. */
export function valueOf({ fits, weights, length: width }: Prepared, { at, place, length }: Run): number {
  let value = 0;
  for (let n = 0; n < length; n++)
    value += fits.values[slots[place + n]! * width + at + n]! * weights[at + n]!;
  return value;
}

/** By insertion: most titles have few runs. */
function sortRuns({ runs, count }: RunList): void {
  for (let n = 1; n < count; n++) {
    const run = runs[n]!;
    let to = n;
    while (to > 0 && isBefore(run, runs[to - 1]!)) {
      runs[to] = runs[to - 1]!;
      to--;
    }
    runs[to] = run;
  }
}

const isBefore = (a: Run, b: Run): boolean =>
  a.value > b.value || (a.value === b.value && (a.place < b.place || (a.place === b.place && a.at < b.at)));
