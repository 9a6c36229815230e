import { interestsOf } from '../recommending/interests';
import type { InterestWord } from '../documents';
import type { Context } from '../kernel/context';

/** The library's words of interest, in one round trip. */
export const interestWords = async ({ db }: Pick<Context, 'db'>): Promise<readonly InterestWord[]> => {
  const setting = await db.get('settings', 'interests');
  return interestsOf(setting?._id === 'interests' ? setting : null);
};
