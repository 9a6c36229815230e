import { daily } from '../../kernel/job';
import { addDays, instantOf } from '../../kernel/local-date';
import { dropOld, rotate, savedRoots } from './rotating';
import { safetyRules } from '../../membership/safety-rules';

/** Keys are replaced by themselves after the days that the library has set; old ones go. */
export const renewKeys = daily('renew_keys', '04:00', async (context) => {
  const { keyDays } = safetyRules(context.library);
  const due = instantOf(addDays(context.today, -keyDays), '23:59');
  const isChanged = await context.db.transact(async (transaction) => {
    const newest = (await savedRoots(transaction)).at(-1);
    if (newest && newest.from > due) return dropOld(transaction, context);
    await rotate(transaction, context);
    return true;
  });
  return { done: isChanged ? 1 : 0, after: null };
});
