import { Contended } from '../kernel/database';

/**
 * So long is a transaction run again that only lost races. Then the phone waits and asks again under the same
 * id: a call that waits here holds one of the 20 that the platform runs at once, and others wait for it.
 */
const PATIENCE_MS = 6_000;
const FIRST_PAUSE_MS = 12;
const LONGEST_PAUSE_MS = 600;

const textOf = (error: unknown): string => {
  const { code, errCode, errMsg, message } = error as Record<string, unknown>;
  return [code, errCode, errMsg, message].join(' ');
};

/** SDK 4.0.2 loses the code of a conflict that an operation reports, so the text decides. */
const isConflict = (error: unknown): boolean =>
  /TRANSACTION_CONFLICT|TransactionConflict|WriteConflict/i.test(textOf(error));

export const isDuplicate = (error: unknown): boolean =>
  /E11000 duplicate key|DATABASE_DUPLICATE_WRITE/i.test(textOf(error));

/**
 * Runs a transaction again while it only lost a race, with a growing random pause.
 * @throws Contended when its turn did not come.
 */
export const retryOnConflict = async <T>(run: () => Promise<T>): Promise<T> => {
  const until = Date.now() + PATIENCE_MS;
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (Date.now() > until) throw new Contended();
      const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries, 10));
      await new Promise((resume) => setTimeout(resume, Math.random() * longest));
    }
  }
};
