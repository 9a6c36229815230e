import type { Me } from '../../typings/contract/account';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import { branchName } from './branches';
import { readerAsking, readerView } from './readers';

/** Who asks: the reader of the linked card, and the member of the staff. At most four round trips. */
export const whoAsks = async (context: Context): Promise<{ me: Me; reader: ReaderDocument | null }> => {
  const { db, library, openid } = context;
  const [reader, staff] = await Promise.all([readerAsking(context), db.get('staff', openid)]);
  const unreadNotices = reader ? await db.count('notices', { readerId: reader._id, read: false }) : 0;
  const me: Me = {
    reader: reader && readerView(reader, context),
    ...(staff?.active && {
      staff: { name: staff.name, branchId: staff.branchId, branchName: branchName(library, staff.branchId) },
    }),
    unreadNotices,
  };
  return { me, reader };
};
