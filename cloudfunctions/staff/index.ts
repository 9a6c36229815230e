import type { StaffAction } from '../../typings/contract';
import { announcementDesk } from '../features/announcements/for-staff';
import { answerDesk } from '../features/answers/for-staff';
import { articleDesk } from '../features/articles/for-staff';
import { cataloguing } from '../features/cataloguing';
import { deliveryDesk } from '../features/deliveries/for-staff';
import { desk } from '../features/desk';
import { eventDesk } from '../features/events/for-staff';
import { fees } from '../features/fees';
import { figureDesk } from '../features/figures/for-staff';
import { imports } from '../features/imports';
import { lectureDesk } from '../features/lectures/for-staff';
import { listDesk } from '../features/lists/for-staff';
import { challengeDesk } from '../features/challenges/for-staff';
import { quizDesk } from '../features/quizzes/for-staff';
import { interestDesk } from '../features/recommendations/for-staff';
import { mediaDesk } from '../features/media/for-staff';
import { profileDesk } from '../features/profiles/for-staff';
import { resourceDesk } from '../features/resources/for-staff';
import { reviewDesk } from '../features/reviews/for-staff';
import { rules } from '../features/rules';
import { askingAgain, safety } from '../features/safety';
import { caseDesk, surveyDesk } from '../features/satisfaction/for-staff';
import { stocktake } from '../features/stocktake';
import { talkDesk } from '../features/talks/for-staff';
import { donationDesk } from '../features/donations/for-staff';
import { wishDesk } from '../features/wishes/for-staff';
import { driftDesk } from '../features/drifting/for-staff';
import { judging, workDesk } from '../features/works/for-staff';
import type { StaffContext } from '../kernel/context';
import { serve } from '../platform/serve';
import { staffAsking } from '../reads/asking';

/**
 * Only those whom the staff collection names, looked up on every call: any client can call any function by
 * name.
 */
export const main = serve<StaffAction, StaffContext>({
  operations: askingAgain({
    ...desk,
    ...eventDesk,
    ...quizDesk,
    ...challengeDesk,
    ...lectureDesk,
    ...workDesk,
    ...judging,
    ...driftDesk,
    ...donationDesk,
    ...wishDesk,
    ...fees,
    ...imports,
    ...rules,
    ...safety,
    ...stocktake,
    ...cataloguing,
    ...listDesk,
    ...interestDesk,
    ...resourceDesk,
    ...answerDesk,
    ...reviewDesk,
    ...talkDesk,
    ...mediaDesk,
    ...deliveryDesk,
    ...caseDesk,
    ...surveyDesk,
    ...figureDesk,
    ...profileDesk,
    ...announcementDesk,
    ...articleDesk,
  }),
  guard: async (_caller, context) => {
    const staff = await staffAsking(context);
    return staff ? { ...context, staff } : { refusals: [{ code: 'not_staff' }] };
  },
});
