import type { Action } from '../../../typings/contract';
import { account } from '../../../cloudfunctions/features/account';
import { answers } from '../../../cloudfunctions/features/answers';
import { answerDesk } from '../../../cloudfunctions/features/answers/for-staff';
import { branches } from '../../../cloudfunctions/features/branches';
import { catalogue } from '../../../cloudfunctions/features/catalogue';
import { cataloguing } from '../../../cloudfunctions/features/cataloguing';
import { deliveries } from '../../../cloudfunctions/features/deliveries';
import { deliveryDesk } from '../../../cloudfunctions/features/deliveries/for-staff';
import { desk } from '../../../cloudfunctions/features/desk';
import { events } from '../../../cloudfunctions/features/events';
import { eventDesk } from '../../../cloudfunctions/features/events/for-staff';
import { fees } from '../../../cloudfunctions/features/fees';
import { holds } from '../../../cloudfunctions/features/holds';
import { home } from '../../../cloudfunctions/features/home';
import { imports } from '../../../cloudfunctions/features/imports';
import { lectures } from '../../../cloudfunctions/features/lectures';
import { lectureDesk } from '../../../cloudfunctions/features/lectures/for-staff';
import { lists } from '../../../cloudfunctions/features/lists';
import { listDesk } from '../../../cloudfunctions/features/lists/for-staff';
import { loans } from '../../../cloudfunctions/features/loans';
import { media } from '../../../cloudfunctions/features/media';
import { mediaDesk } from '../../../cloudfunctions/features/media/for-staff';
import { notices } from '../../../cloudfunctions/features/notices';
import { profiles } from '../../../cloudfunctions/features/profiles';
import { profileDesk } from '../../../cloudfunctions/features/profiles/for-staff';
import { challenges } from '../../../cloudfunctions/features/challenges';
import { challengeDesk } from '../../../cloudfunctions/features/challenges/for-staff';
import { medals } from '../../../cloudfunctions/features/medals';
import { quizzes } from '../../../cloudfunctions/features/quizzes';
import { quizDesk } from '../../../cloudfunctions/features/quizzes/for-staff';
import { resources } from '../../../cloudfunctions/features/resources';
import { resourceDesk } from '../../../cloudfunctions/features/resources/for-staff';
import { recommendations } from '../../../cloudfunctions/features/recommendations';
import { interestDesk } from '../../../cloudfunctions/features/recommendations/for-staff';
import { reviews } from '../../../cloudfunctions/features/reviews';
import { reviewDesk } from '../../../cloudfunctions/features/reviews/for-staff';
import { rules } from '../../../cloudfunctions/features/rules';
import { safety } from '../../../cloudfunctions/features/safety';
import { caseDesk, surveyDesk } from '../../../cloudfunctions/features/satisfaction/for-staff';
import { announcementDesk } from '../../../cloudfunctions/features/announcements/for-staff';
import { articles } from '../../../cloudfunctions/features/articles';
import { articleDesk } from '../../../cloudfunctions/features/articles/for-staff';
import { satisfaction } from '../../../cloudfunctions/features/satisfaction';
import { figureDesk } from '../../../cloudfunctions/features/figures/for-staff';
import { search } from '../../../cloudfunctions/features/search';
import { stocktake } from '../../../cloudfunctions/features/stocktake';
import { talks } from '../../../cloudfunctions/features/talks';
import { talkDesk } from '../../../cloudfunctions/features/talks/for-staff';
import { donations } from '../../../cloudfunctions/features/donations';
import { donationDesk } from '../../../cloudfunctions/features/donations/for-staff';
import { drifting } from '../../../cloudfunctions/features/drifting';
import { driftDesk } from '../../../cloudfunctions/features/drifting/for-staff';
import { works } from '../../../cloudfunctions/features/works';
import { judging, workDesk } from '../../../cloudfunctions/features/works/for-staff';
import { wishes } from '../../../cloudfunctions/features/wishes';
import { wishDesk } from '../../../cloudfunctions/features/wishes/for-staff';
import type { CallerAsked } from '../../../cloudfunctions/kernel/operation';
import type { RoleAsked } from '../../../cloudfunctions/kernel/roles';
import type { Schema } from '../../../cloudfunctions/kernel/validate';

/** What an operation says of itself that is looked at from outside. */
export interface Declared {
  action: Action;
  kind: 'reading' | 'writing';
  role?: RoleAsked;
  caller?: CallerAsked;
  schema: Schema<unknown>;
}

/** Every operation of every door that answers requests: one that is forgotten here does not compile. */
const BY_ACTION: Record<Action, Declared> = {
  ...home,
  ...catalogue,
  ...branches,
  ...loans,
  ...holds,
  ...account,
  ...answers,
  ...events,
  ...quizzes,
  ...challenges,
  ...medals,
  ...lectures,
  ...works,
  ...workDesk,
  ...judging,
  ...drifting,
  ...driftDesk,
  ...donations,
  ...donationDesk,
  ...wishes,
  ...wishDesk,
  ...lectureDesk,
  ...lists,
  ...recommendations,
  ...satisfaction,
  ...caseDesk,
  ...surveyDesk,
  ...figureDesk,
  ...interestDesk,
  ...resources,
  ...reviews,
  ...talks,
  ...media,
  ...mediaDesk,
  ...deliveries,
  ...profiles,
  ...notices,
  ...search,
  ...desk,
  ...fees,
  ...imports,
  ...rules,
  ...safety,
  ...stocktake,
  ...cataloguing,
  ...listDesk,
  ...resourceDesk,
  ...reviewDesk,
  ...eventDesk,
  ...quizDesk,
  ...challengeDesk,
  ...talkDesk,
  ...deliveryDesk,
  ...profileDesk,
  ...announcementDesk,
  ...articles,
  ...articleDesk,
  ...answerDesk,
};

export const OPERATIONS: readonly Declared[] = Object.values(BY_ACTION);
