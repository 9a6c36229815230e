import * as v from 'valibot';
import { factsOf } from '../../cataloguing/title-facts';
import { branchName } from '../../circulation/branches';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aBarcode, aDay, anId } from '../../kernel/validate';
import { readerAsking } from '../../reads/asking';
import { strangersAmong } from '../../reads/family';
import { namesOf } from '../../reads/readers';
import { findForHolding, placeHold } from '../../steps/placing-hold';
import { holdView } from '../../views/holds';

/** The most people of a family or club who share a hold. */
const MOST_SHARING = 10;

export const place = writing('holds.place', {
  caller: 'reader',
  schema: v.strictObject({
    titleId: anId,
    pickUpBranchId: anId,
    barcode: v.optional(aBarcode),
    startsOn: v.optional(aDay),
    neededUntil: v.optional(aDay),
    sharedWith: v.optional(v.pipe(v.array(anId), v.maxLength(MOST_SHARING, '最多与 10 人共享'))),
  }),
  prepare: async (context, { titleId, sharedWith = [] }) => {
    const [reader, found] = await Promise.all([readerAsking(context), findForHolding(context, titleId)]);
    if (!reader) return refuse({ code: 'no_card' });
    if (isRefused(found)) return found;
    const strangers = await strangersAmong(context, reader, sharedWith);
    if (strangers.length > 0)
      // Without a name: whoever asks may not even learn that there is such a reader.
      return { refusals: strangers.map(() => ({ code: 'not_family' as const, name: '' })) };
    const nameOf = await namesOf(context.db, sharedWith, reader);
    return { ...found, readerId: reader._id, nameOf };
  },
  run: async (context, order, transaction, found) => {
    const reader = await transaction.get('readers', found.readerId);
    if (!reader) return refuse({ code: 'no_card' });
    const placed = await placeHold(transaction, context, reader, order, found);
    if (isRefused(placed)) return placed;
    return {
      value: holdView(
        context.library,
        { ...placed, title: factsOf(found.title) },
        { readerId: reader._id, nameOf: found.nameOf, today: context.today },
      ),
      log: {
        outcome: `预约，取书点${branchName(context.library, order.pickUpBranchId)}`,
        readerId: reader._id,
        titleName: found.title.title,
      },
    };
  },
});
