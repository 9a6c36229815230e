import type { Context } from './context';

/** As the mini program makes them: the moment of the intention in base 36, and what makes it the only one. */
const WITH_MOMENT = /^([0-9a-z]{8})-[0-9a-z]{16}$/;
const A_DAY_MS = 24 * 60 * 60_000;

/**
 * Whether a request is so old that the line it may have left in the log has no name any more. Nobody could
 * tell then that it is a repeat, and it would be done a second time. One day before the log forgets, so that
 * no hour is left between the two. Ids of another form carry no moment: for these the log alone answers.
 */
export const isTooOld = (requestId: string, { now, library }: Pick<Context, 'now' | 'library'>): boolean => {
  const moment = WITH_MOMENT.exec(requestId)?.[1];
  if (moment === undefined) return false;
  const ageMs = Date.parse(now) - Number.parseInt(moment, 36);
  return ageMs > Math.max(1, library.settings.anonymiseAfterDays - 1) * A_DAY_MS;
};
