import * as v from 'valibot';
import type { ConflictDocument } from '../../../documents';
import type { Query } from '../../../kernel/database';
import { reading, writing } from '../../../kernel/operation';
import { aPageStart, rowsFrom } from '../../../kernel/page';
import { done, refuse } from '../../../kernel/refusal';
import { aText, anId } from '../../../kernel/validate';

const conflictRow = ({ _id, why, action, barcode, titleName, readerName, ...times }: ConflictDocument) => ({
  conflictId: _id,
  ...{ action, barcode, titleName, readerName, because: why },
  ...{ scannedAt: times.scannedAt, arrivedAt: times.arrivedAt, staffName: times.staffName },
});

/** Scans made without network that the present contradicts, newest first, until somebody has settled them. */
export const conflicts = reading('desk.conflicts', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async ({ db }, { branchId, after }) => {
    const open: Omit<Query, 'limit'> = {
      where: { branchId, status: 'open' },
      orderBy: [['arrivedAt', 'desc']],
    };
    return done(await rowsFrom(db, 'conflicts', open, after, conflictRow));
  },
});

/** Somebody has done by hand what was right; the list forgets the scan, the log does not. */
export const settleConflict = writing('desk.settleConflict', {
  role: 'circulation',
  schema: v.strictObject({ conflictId: anId, comment: aText(200) }),
  run: async (context, { conflictId, comment }, transaction) => {
    const found = await transaction.get('conflicts', conflictId);
    if (!found || found.status !== 'open') return refuse({ code: 'conflict_not_found' });
    await transaction.put('conflicts', {
      ...found,
      status: 'settled',
      settledBy: context.staff.name,
      settledAt: context.now,
      comment,
    });
    return {
      value: { conflictId },
      log: {
        outcome: '处理离线冲突',
        comment,
        barcode: found.barcode,
        titleName: found.titleName,
        branchId: found.branchId,
        ...(found.readerId && { readerId: found.readerId }),
      },
    };
  },
});
