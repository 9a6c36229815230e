import * as v from 'valibot';
import { factsOf } from '../../cataloguing/title-facts';
import { branchName } from '../../circulation/branches';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aBarcode, aDay, anId } from '../../kernel/validate';
import { readerAsking } from '../../reads/asking';
import { findForHolding, placeHold } from '../../steps/placing-hold';
import { holdView } from '../../views/holds';
import { sharing, whomToShareWith } from './sharing';

export const place = writing('holds.place', {
  caller: 'reader',
  schema: v.strictObject({
    titleId: anId,
    pickUpBranchId: anId,
    barcode: v.optional(aBarcode),
    startsOn: v.optional(aDay),
    neededUntil: v.optional(aDay),
    sharedWith: v.optional(whomToShareWith),
  }),
  prepare: async (context, { titleId, sharedWith = [] }) => {
    const [reader, found] = await Promise.all([readerAsking(context), findForHolding(context, titleId)]);
    if (!reader) return refuse({ code: 'no_card' });
    if (isRefused(found)) return found;
    const shared = await sharing(context, reader, sharedWith);
    if (isRefused(shared)) return shared;
    return { ...found, readerId: reader._id, shared };
  },
  run: async (context, order, transaction, found) => {
    const reader = await transaction.get('readers', found.readerId);
    if (!reader) return refuse({ code: 'no_card' });
    const placed = await placeHold(
      transaction,
      context,
      reader,
      { ...order, sharedWith: found.shared.with },
      found,
    );
    if (isRefused(placed)) return placed;
    return {
      value: holdView(
        context.library,
        { ...placed, title: factsOf(found.title) },
        { readerId: reader._id, nameOf: found.shared.nameOf, today: context.today },
      ),
      log: {
        outcome: `预约，取书点${branchName(context.library, order.pickUpBranchId)}`,
        readerId: reader._id,
        titleName: found.title.title,
      },
    };
  },
});
