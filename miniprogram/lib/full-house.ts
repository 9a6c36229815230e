/** As many calls of a function as the platform lets run at once were under way: this one was not begun. */
const NOT_BEGUN = /EXCEED_CONCURRENT_REQUEST_LIMIT/;
/** Somebody who taps when everybody does waits so long at most before they are told. */
const MOST_WAITED_MS = 15_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 1500;

const wasNotBegun = (thrown: unknown): boolean =>
  NOT_BEGUN.test(String((thrown as { errMsg?: unknown } | null)?.errMsg ?? ''));

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/** Calls again by itself, after a growing pause of chance, as long as the call was not even begun. */
export async function whenThereIsRoom<T>(call: () => Promise<T>): Promise<T> {
  const until = Date.now() + MOST_WAITED_MS;
  for (let longest = FIRST_PAUSE_MS; ; longest = Math.min(LONGEST_PAUSE_MS, longest * 2)) {
    try {
      return await call();
    } catch (thrown) {
      if (!wasNotBegun(thrown) || Date.now() > until) throw thrown;
      await pause(longest * (0.5 + Math.random() / 2));
    }
  }
}
