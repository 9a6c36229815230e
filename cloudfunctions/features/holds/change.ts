import * as v from 'valibot';
import { branchOf } from '../../circulation/branches';
import { lendsBy } from '../../circulation/call-facts';
import { changedHold, judgeChange, moves } from '../../circulation/changing-hold';
import { markHopeless } from '../../circulation/hopeless';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aDay, anId } from '../../kernel/validate';
import { maySpeakFor } from '../../reads/acting';
import { FETCHING_FIELDS } from '../../reads/fetching';
import { itemsOfTitles } from '../../reads/items';
import { overdueAt } from '../../reads/loans';
import { collectorsOf } from '../../reads/family';
import { factsWithin } from '../../reads/titles';
import { queuedHold, writeQueue } from '../../steps/holds';
import { holdView } from '../../views/holds';
import { sharing, whomToShareWith } from './sharing';

/** Changes a waiting hold in its place. The hold and its entry in the queue change together. */
export const change = writing('holds.change', {
  caller: 'reader',
  schema: v.strictObject({
    holdId: anId,
    pickUpBranchId: v.optional(anId),
    startsOn: v.optional(v.nullable(aDay)),
    neededUntil: v.optional(v.nullable(aDay)),
    sharedWith: v.optional(whomToShareWith),
  }),
  run: async (context, input, transaction) => {
    const { library, today } = context;
    const hold = await transaction.get('holds', input.holdId);
    const reader = hold && (await transaction.get('readers', hold.readerId));
    if (!hold || !reader) return refuse({ code: 'hold_not_found' });
    if (!(await maySpeakFor(context, reader))) return refuse({ code: 'not_yours' });
    const { holdId: _, ...wish } = input;
    const branchId = wish.pickUpBranchId ?? hold.pickUpBranchId;
    const queue = (await transaction.get('holdQueues', hold.titleId))?.holds ?? [];
    const items = await itemsOfTitles(context.db, [hold.titleId], [...FETCHING_FIELDS, 'minAge']);
    const facts = { hold, wish, reader, queue, items, pickUpBranch: branchOf(library, branchId), today };
    const overdueAtBranch = moves(facts) ? await overdueAt(context.db, reader, branchId, context) : 0;
    const { rules, refusals } = judgeChange({ ...facts, overdueAtBranch }, library.policies);
    if (refusals.length > 0) return { refusals };
    // Whom it is shared with already may have left the family: that is no reason to refuse.
    const [, ...still] = input.sharedWith ? [] : await collectorsOf(transaction, context, hold);
    const shared = await sharing(context, reader, input.sharedWith ?? still);
    if (isRefused(shared)) return shared;
    const changed = changedHold({ ...facts, wish: { ...wish, sharedWith: shared.with }, rules });
    const after = queue.map((each) =>
      each.holdId === hold._id ? { ...each, ...queuedHold(changed) } : each,
    );
    const holds = markHopeless(after, items, lendsBy(library), today).queue;
    await writeQueue(transaction, hold.titleId, holds);
    await transaction.put('holds', changed);
    const title = await factsWithin(transaction, hold.titleId);
    return {
      value: holdView(
        library,
        { hold: queuedHold(changed), queue: holds, title },
        { readerId: reader._id, nameOf: shared.nameOf, today },
      ),
      log: { outcome: '更改预约', readerId: reader._id, titleName: title.title },
    };
  },
});
