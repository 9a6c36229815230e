import type { Me } from '../../typings/contract/account';
import { policyFor } from '../circulation/policy';
import { overdueBlock } from '../circulation/reader-blocks';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Refusal } from '../../typings/contract/refusals';
import { branchName } from './branches';
import { overdueOf } from './loans';
import { readerAsking, readerView } from './readers';
import { staffAsking } from './staff';

/** Who asks: the reader of the acting card, and the member of the staff. At most five round trips. */
export const whoAsks = async (context: Context): Promise<{ me: Me; reader: ReaderDocument | null }> => {
  const { db, library } = context;
  const [reader, staff] = await Promise.all([readerAsking(context), staffAsking(context)]);
  const [unreadNotices, late] = reader
    ? await Promise.all([
        db.count('notices', { readerId: reader._id, read: false }),
        lateness(context, reader),
      ])
    : [0, []];
  const view = reader && readerView(reader, context);
  const me: Me = {
    reader: view && { ...view, blocks: [...view.blocks, ...late] },
    ...(staff && {
      staff: { name: staff.name, branchId: staff.branchId, branchName: branchName(library, staff.branchId) },
    }),
    unreadNotices,
  };
  return { me, reader };
};

/** Costs a round trip only when something may be overdue. */
const lateness = async (context: Context, reader: ReaderDocument): Promise<Refusal[]> => {
  const rules = policyFor(context.library.policies, {
    readerCategory: reader.category,
    itemType: '*',
    branchId: '*',
  });
  return overdueBlock(await overdueOf(context.db, reader, context), rules);
};
