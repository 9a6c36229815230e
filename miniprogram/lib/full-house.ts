/** As many calls of a function as the platform lets run at once were under way: this one was not begun. */
const NOT_BEGUN = /EXCEED_CONCURRENT_REQUEST_LIMIT/;
/** Somebody who taps when everybody does waits so long at most before they are told. */
const MOST_WAITED_MS = 60_000;
/** Who waits longer than this sees why. */
const UNEXPLAINED_MS = 2_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 1500;

const wasNotBegun = (thrown: unknown): boolean =>
  NOT_BEGUN.test(String((thrown as { errMsg?: unknown } | null)?.errMsg ?? ''));

/** Nothing was done, since others do the same at once. */
export const isBusy = (body: unknown): boolean => {
  const { refusals } = (body ?? {}) as { refusals?: { code: string }[] };
  return refusals?.some(({ code }) => code === 'busy') ?? false;
};

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/**
 * Calls again by itself, after a growing pause of chance, as long as the call was not even begun, or its turn
 * did not come and nothing was done. `explain` is told while that takes long.
 */
export async function whenThereIsRoom<T extends { result: unknown }>(
  call: () => Promise<T>,
  explain: () => void = () => undefined,
): Promise<T> {
  const began = Date.now();
  for (let longest = FIRST_PAUSE_MS; ; longest = Math.min(LONGEST_PAUSE_MS, longest * 2)) {
    const isOver = Date.now() - began > MOST_WAITED_MS;
    try {
      const answer = await call();
      if (!isBusy(answer.result) || isOver) return answer;
    } catch (thrown) {
      if (!wasNotBegun(thrown) || isOver) throw thrown;
    }
    if (Date.now() - began > UNEXPLAINED_MS) explain();
    await pause(longest * (0.5 + Math.random() / 2));
  }
}
