import type { Me } from '../../typings/contract/account';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import { branchName } from './branches';
import { readerAsking, readerView } from './readers';
import { staffAsking } from './staff';

/** Who asks: the reader of the linked card, and the member of the staff. At most four round trips. */
export const whoAsks = async (context: Context): Promise<{ me: Me; reader: ReaderDocument | null }> => {
  const { db, library } = context;
  const [reader, staff] = await Promise.all([readerAsking(context), staffAsking(context)]);
  const unreadNotices = reader ? await db.count('notices', { readerId: reader._id, read: false }) : 0;
  const me: Me = {
    reader: reader && readerView(reader, context),
    ...(staff && {
      staff: { name: staff.name, branchId: staff.branchId, branchName: branchName(library, staff.branchId) },
    }),
    unreadNotices,
  };
  return { me, reader };
};
