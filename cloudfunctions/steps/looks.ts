import type { StaffContext } from '../kernel/context';

/**
 * Notes that one of the staff looked at a reader's record, counted by person and day. It belongs to the
 * looking: when it cannot be noted, nothing is shown.
 */
export const noteLook = (
  { db, staff, openid, today, now }: Pick<StaffContext, 'db' | 'staff' | 'openid' | 'today' | 'now'>,
  readerId: string,
  action: string,
): Promise<void> =>
  db.note(
    'recordLooks',
    {
      _id: `${readerId}_${today}_${openid}`,
      readerId,
      staffName: staff.name,
      day: today,
      at: now,
      action,
      times: 1,
    },
    'times',
  );
