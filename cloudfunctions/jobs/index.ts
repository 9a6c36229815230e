import { endGuardianships } from '../features/account/guardianships.job';
import { forgetHistories } from '../features/account/forget.job';
import { remindEvents } from '../features/events/remind.job';
import { anonymise } from '../features/account/anonymise.job';
import { keepTerms } from '../features/account/keep-terms.job';
import { countAnswers } from '../features/answers/count-marks.job';
import { followUpCataloguing } from '../features/cataloguing/follow-up.job';
import { mendBarcodes } from '../features/cataloguing/mend-barcodes.job';
import { endUnneeded, expireHolds } from '../features/holds/expire.job';
import { remindOwing } from '../features/fees/remind-owing.job';
import { goOnImporting } from '../features/imports/go-on.job';
import { remindDueSoon, remindOverdue } from '../features/loans/reminders.job';
import { sendOutbox } from '../features/notices/send-outbox.job';
import { moveClosures } from '../features/rules/closures.job';
import { countLoans } from '../features/search/count-loans.job';
import { renewKeys } from '../features/safety/renew-keys.job';
import { settleTalks } from '../features/talks/settle.job';
import { sendSubscriptionMessage } from '../platform/messages';
import { serveJobs } from '../platform/serve-jobs';

/** In this order: what a job writes into the outbox goes out in the same tick. */
export const main = serveJobs([
  moveClosures,
  followUpCataloguing,
  mendBarcodes,
  expireHolds,
  endUnneeded,
  endGuardianships,
  anonymise,
  forgetHistories,
  keepTerms,
  renewKeys,
  countLoans,
  countAnswers,
  remindDueSoon,
  remindOverdue,
  remindOwing,
  remindEvents,
  settleTalks,
  sendOutbox(sendSubscriptionMessage),
  // Last: it takes what time is left.
  goOnImporting,
]);
