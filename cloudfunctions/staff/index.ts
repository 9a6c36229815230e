import type { StaffApi } from '../../typings/contract';
import { desk } from '../features/desk';
import type { StaffContext } from '../kernel/context';
import { serve } from '../platform/serve';

/** Only those whom the staff collection names, looked up on every call: any client can call any function by name. */
export const main = serve<StaffApi, StaffContext>({
  operations: desk,
  guard: async (caller, context) => {
    const staff = caller.openid ? await context.db.get('staff', caller.openid) : null;
    return staff?.active ? { ...context, staff } : { refusals: [{ code: 'not_staff' }] };
  },
});
