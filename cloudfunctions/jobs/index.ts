import { endGuardianships } from '../features/account/guardianships.job';
import { forgetHistories } from '../features/account/forget.job';
import { settleEvents } from '../features/events/settle.job';
import { remindEvents } from '../features/events/remind.job';
import { anonymise } from '../features/account/anonymise.job';
import { keepTerms } from '../features/account/keep-terms.job';
import { announcementPart } from '../features/announcements/spread.job';
import { askAboutOldAnswers } from '../features/answers/ask-again.job';
import { articlePart } from '../features/articles/spread.job';
import { countAnswers } from '../features/answers/count-marks.job';
import { followUpCataloguing } from '../features/cataloguing/follow-up.job';
import { mendBarcodes } from '../features/cataloguing/mend-barcodes.job';
import { followUpDeliveries, takeFilesAway } from '../features/deliveries/follow-up.job';
import { markHopelessHolds } from '../features/holds/hopeless.job';
import { endUnneeded, expireHolds } from '../features/holds/expire.job';
import { countFigures } from '../features/figures/count-figures.job';
import { remindOwing } from '../features/fees/remind-owing.job';
import { goOnImporting } from '../features/imports/go-on.job';
import { followUpMedia } from '../features/media/follow-up.job';
import { renewByThemselves } from '../features/loans/renew-by-itself.job';
import { remindDueSoon, remindOverdue } from '../features/loans/reminders.job';
import { sendOutbox } from '../features/notices/send-outbox.job';
import { matchProfiles, tellWeekly } from '../features/profiles/matching.job';
import { moveClosures } from '../features/rules/closures.job';
import { countPairs } from '../features/recommendations/count-pairs.job';
import { countLoans } from '../features/search/count-loans.job';
import { renewKeys } from '../features/safety/renew-keys.job';
import { lapseDonations } from '../features/donations/lapse.job';
import { wishPart } from '../features/wishes/spread.job';
import { tellResults } from '../features/works/tell-results.job';
import { settleTalks } from '../features/talks/settle.job';
import { sendSubscriptionMessage } from '../platform/messages';
import { serveJobs } from '../platform/serve-jobs';

/** In this order: what a job writes into the outbox goes out in the same tick. */
export const main = serveJobs([
  moveClosures,
  followUpCataloguing,
  mendBarcodes,
  expireHolds,
  settleEvents,
  endUnneeded,
  markHopelessHolds,
  endGuardianships,
  anonymise,
  forgetHistories,
  keepTerms,
  renewKeys,
  countLoans,
  countPairs,
  countFigures,
  countAnswers,
  renewByThemselves,
  remindDueSoon,
  remindOverdue,
  remindOwing,
  remindEvents,
  tellResults,
  lapseDonations,
  askAboutOldAnswers,
  settleTalks,
  followUpMedia,
  followUpDeliveries,
  takeFilesAway,
  matchProfiles,
  tellWeekly,
  sendOutbox(sendSubscriptionMessage, {
    announcement: announcementPart,
    article: articlePart,
    wish: wishPart,
  }),
  // Last: it takes what time is left.
  goOnImporting,
]);
