import type { ReaderAction } from '../../typings/contract';
import { account } from '../features/account';
import { answers } from '../features/answers';
import { catalogue } from '../features/catalogue';
import { events } from '../features/events';
import { holds } from '../features/holds';
import { home } from '../features/home';
import { lectures } from '../features/lectures';
import { lists } from '../features/lists';
import { loans } from '../features/loans';
import { notices } from '../features/notices';
import { resources } from '../features/resources';
import { reviews } from '../features/reviews';
import { talks } from '../features/talks';
import type { Context } from '../kernel/context';
import { serve } from '../platform/serve';

/** Readers and visitors: anybody inside WeChat. What needs a card asks for it in the operation. */
export const main = serve<ReaderAction, Context>({
  operations: {
    ...home,
    ...catalogue,
    ...loans,
    ...holds,
    ...account,
    ...events,
    ...lectures,
    ...lists,
    ...resources,
    ...answers,
    ...reviews,
    ...talks,
    ...notices,
  },
  guard: async (caller, context) => (caller.openid ? context : { refusals: [{ code: 'no_card' }] }),
});
