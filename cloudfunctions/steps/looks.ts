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

/** The same of several readers at once: those whom a search by name or number showed. */
export const noteLooks = async (
  context: Parameters<typeof noteLook>[0],
  readerIds: readonly string[],
  action: string,
): Promise<void> => {
  await Promise.all([...new Set(readerIds)].map((readerId) => noteLook(context, readerId, action)));
};
