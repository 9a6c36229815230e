import type { ReaderAction } from '../../typings/contract';
import { account } from '../features/account';
import { articles } from '../features/articles';
import { branches } from '../features/branches';
import { catalogue } from '../features/catalogue';
import { deliveries } from '../features/deliveries';
import { events } from '../features/events';
import { holds } from '../features/holds';
import { home } from '../features/home';
import { lectures } from '../features/lectures';
import { lists } from '../features/lists';
import { loans } from '../features/loans';
import { media } from '../features/media';
import { notices } from '../features/notices';
import { challenges } from '../features/challenges';
import { medals } from '../features/medals';
import { quizzes } from '../features/quizzes';
import { recommendations } from '../features/recommendations';
import { profiles } from '../features/profiles';
import { resources } from '../features/resources';
import { reviews } from '../features/reviews';
import { satisfaction } from '../features/satisfaction';
import { talks } from '../features/talks';
import { donations } from '../features/donations';
import { drifting } from '../features/drifting';
import { wishes } from '../features/wishes';
import { works } from '../features/works';
import type { Context } from '../kernel/context';
import { serve } from '../platform/serve';

/** Readers and visitors: anybody inside WeChat. What needs a card asks for it in the operation. */
export const main = serve<ReaderAction, Context>({
  operations: {
    ...home,
    ...catalogue,
    ...branches,
    ...loans,
    ...holds,
    ...account,
    ...events,
    ...quizzes,
    ...challenges,
    ...medals,
    ...lectures,
    ...works,
    ...drifting,
    ...donations,
    ...wishes,
    ...lists,
    ...recommendations,
    ...resources,
    ...reviews,
    ...satisfaction,
    ...talks,
    ...media,
    ...deliveries,
    ...profiles,
    ...notices,
    ...articles,
  },
  guard: async (caller, context) => (caller.openid ? context : { refusals: [{ code: 'no_card' }] }),
});
