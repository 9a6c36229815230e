import type { Action } from '../../../typings/contract';
import { account } from '../../../cloudfunctions/features/account';
import { answers } from '../../../cloudfunctions/features/answers';
import { answerDesk } from '../../../cloudfunctions/features/answers/for-staff';
import { catalogue } from '../../../cloudfunctions/features/catalogue';
import { cataloguing } from '../../../cloudfunctions/features/cataloguing';
import { desk } from '../../../cloudfunctions/features/desk';
import { events } from '../../../cloudfunctions/features/events';
import { fees } from '../../../cloudfunctions/features/fees';
import { holds } from '../../../cloudfunctions/features/holds';
import { home } from '../../../cloudfunctions/features/home';
import { imports } from '../../../cloudfunctions/features/imports';
import { lectures } from '../../../cloudfunctions/features/lectures';
import { lists } from '../../../cloudfunctions/features/lists';
import { listDesk } from '../../../cloudfunctions/features/lists/for-staff';
import { loans } from '../../../cloudfunctions/features/loans';
import { notices } from '../../../cloudfunctions/features/notices';
import { resources } from '../../../cloudfunctions/features/resources';
import { resourceDesk } from '../../../cloudfunctions/features/resources/for-staff';
import { reviews } from '../../../cloudfunctions/features/reviews';
import { reviewDesk } from '../../../cloudfunctions/features/reviews/for-staff';
import { rules } from '../../../cloudfunctions/features/rules';
import { safety } from '../../../cloudfunctions/features/safety';
import { search } from '../../../cloudfunctions/features/search';
import { stocktake } from '../../../cloudfunctions/features/stocktake';
import { talks } from '../../../cloudfunctions/features/talks';
import { talkDesk } from '../../../cloudfunctions/features/talks/for-staff';
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
  ...loans,
  ...holds,
  ...account,
  ...answers,
  ...events,
  ...lectures,
  ...lists,
  ...resources,
  ...reviews,
  ...talks,
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
  ...talkDesk,
  ...answerDesk,
};

export const OPERATIONS: readonly Declared[] = Object.values(BY_ACTION);
