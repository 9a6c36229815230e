import type { JobContext } from '../kernel/context';
import { tell, type Telling } from './notices';

/** Tells each occasion that was not told before; running again tells nothing twice. Returns how many were new. */
export const tellNew = async (context: JobContext, tellings: Telling[]): Promise<number> => {
  const known = new Set(
    (
      await context.db.getMany(
        'notices',
        tellings.map((each) => each.occasion),
      )
    ).map((notice) => notice._id),
  );
  const fresh = tellings.filter((each) => !known.has(each.occasion));
  let told = 0;
  for (const telling of fresh) {
    const isNew = await context.db.transact(async (transaction) => {
      if (await transaction.get('notices', telling.occasion)) return false;
      await tell(transaction, context, telling);
      return true;
    });
    told += isNew ? 1 : 0;
  }
  return told;
};
