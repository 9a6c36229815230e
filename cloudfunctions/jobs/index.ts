import { forgetHistories } from '../features/account/forget.job';
import { remindEvents } from '../features/events/remind.job';
import { anonymise } from '../features/account/anonymise.job';
import { endUnneeded, expireHolds } from '../features/holds/expire.job';
import { remindOwing } from '../features/fees/remind-owing.job';
import { remindDueSoon, remindOverdue } from '../features/loans/reminders.job';
import { sendOutbox } from '../features/notices/send-outbox.job';
import { moveClosures } from '../features/rules/closures.job';
import { runJobs } from '../kernel/run-jobs';
import { callerNow } from '../platform/identity';
import { logFact, logFailure } from '../platform/log';
import { sendSubscriptionMessage } from '../platform/messages';
import { contextOf } from '../platform/serve';

/** In this order: what a job writes into the outbox goes out in the same tick. */
const JOBS = [
  moveClosures,
  expireHolds,
  endUnneeded,
  anonymise,
  forgetHistories,
  remindDueSoon,
  remindOverdue,
  remindOwing,
  remindEvents,
  sendOutbox(sendSubscriptionMessage),
];

/** Only the timer may ask: anybody could call this function by name, and "no openid" would also be true of a call over HTTP. */
export const main = async (): Promise<unknown> => {
  const caller = callerNow();
  if (caller.source !== 'wx_trigger') return { ok: false, refusals: [{ code: 'not_staff' }] };
  const startedAt = Date.now();
  try {
    const failed: string[] = [];
    const context = await contextOf(caller);
    const reports = await runJobs(
      JOBS,
      context,
      () => Date.now() - startedAt,
      (job, error) => {
        failed.push(job);
        logFailure(`job ${job}`, error);
      },
    );
    logFact('jobs ran', { reports, failed });
    // The platform counts the call as failed, and its alarms see it.
    if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);
    return { ok: true, value: reports };
  } catch (error) {
    logFailure('jobs', error);
    throw error;
  }
};
