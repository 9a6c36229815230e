import * as v from 'valibot';
import { branchName } from '../../../circulation/branches';
import type { StaffContext } from '../../../kernel/context';
import { writing } from '../../../kernel/operation';
import { isRefused, refuse } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { findForHolding, placeHold } from '../../../steps/placing-hold';

/**
 * Puts a reader in a queue for them. The queue carries the order, the reader's document the limits of holds.
 */
export const placeHoldFor = writing('desk.placeHold', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, titleId: anId, pickUpBranchId: anId }),
  prepare: (context: StaffContext, { titleId }) => findForHolding(context, titleId),
  run: async (context, { readerId, titleId, pickUpBranchId }, transaction, found) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    const placed = await placeHold(transaction, context, reader, { titleId, pickUpBranchId }, found);
    if (isRefused(placed)) return placed;
    return {
      value: { holdId: placed.hold.holdId },
      log: {
        outcome: `代预约，取书点${branchName(context.library, pickUpBranchId)}`,
        readerId,
        titleName: found.title.title,
        branchId: context.staff.branchId,
      },
    };
  },
});
