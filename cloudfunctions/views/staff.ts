import type { StaffDocument } from '../documents';
import type { Context } from '../kernel/context';

/**
 * The caller as a member of the staff, or null. A document with `_openid` was written by a client: the database is closed to
 * clients, but should a collection ever stand open by mistake, nobody can make themselves staff.
 */
export const staffAsking = async ({
  db,
  openid,
}: Pick<Context, 'db' | 'openid'>): Promise<StaffDocument | null> => {
  const staff = openid ? await db.get('staff', openid) : null;
  return staff?.active && !('_openid' in staff) ? staff : null;
};
