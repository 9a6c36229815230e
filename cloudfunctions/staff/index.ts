import type { StaffAction } from '../../typings/contract';
import { answerDesk } from '../features/answers/for-staff';
import { cataloguing } from '../features/cataloguing';
import { desk } from '../features/desk';
import { fees } from '../features/fees';
import { imports } from '../features/imports';
import { listDesk } from '../features/lists/for-staff';
import { resourceDesk } from '../features/resources/for-staff';
import { reviewDesk } from '../features/reviews/for-staff';
import { rules } from '../features/rules';
import { askingAgain, safety } from '../features/safety';
import { stocktake } from '../features/stocktake';
import { talkDesk } from '../features/talks/for-staff';
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
    ...fees,
    ...imports,
    ...rules,
    ...safety,
    ...stocktake,
    ...cataloguing,
    ...listDesk,
    ...resourceDesk,
    ...answerDesk,
    ...reviewDesk,
    ...talkDesk,
  }),
  guard: async (_caller, context) => {
    const staff = await staffAsking(context);
    return staff ? { ...context, staff } : { refusals: [{ code: 'not_staff' }] };
  },
});
