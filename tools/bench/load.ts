export interface Figures {
  perSecond: number;
  median: number;
  p95: number;
  count: number;
}

/** Runs the jobs with so many at a time; milliseconds of each, and how many a second in all. */
export async function measure(jobs: (() => Promise<unknown>)[], atOnce: number): Promise<Figures> {
  const waiting = [...jobs];
  const times: number[] = [];
  const began = performance.now();
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const start = performance.now();
      await job();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: times.length / seconds,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    count: times.length,
  };
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
