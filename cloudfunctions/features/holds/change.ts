import * as v from 'valibot';
import { branchOf } from '../../circulation/branches';
import { changedHold, refusalToChange } from '../../circulation/changing-hold';
import { rulesToHoldBy } from '../../circulation/hold-rules';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aDay, anId } from '../../kernel/validate';
import { maySpeakFor } from '../../reads/acting';
import { itemsOfTitles } from '../../reads/items';
import { strangersAmong } from '../../reads/family';
import { namesOf } from '../../reads/readers';
import { factsWithin } from '../../reads/titles';
import { queuedHold, writeQueue } from '../../steps/holds';
import { holdView } from '../../views/holds';

/** Changes a waiting hold in its place. The hold and its entry in the queue change together. */
export const change = writing('holds.change', {
  caller: 'reader',
  schema: v.strictObject({
    holdId: anId,
    pickUpBranchId: v.optional(anId),
    startsOn: v.optional(v.nullable(aDay)),
    neededUntil: v.optional(v.nullable(aDay)),
    sharedWith: v.optional(v.pipe(v.array(anId), v.maxLength(10, '最多与 10 人共享'))),
  }),
  run: async (context, input, transaction) => {
    const { library, today } = context;
    const hold = await transaction.get('holds', input.holdId);
    const reader = hold && (await transaction.get('readers', hold.readerId));
    if (!hold || !reader) return refuse({ code: 'hold_not_found' });
    if (!(await maySpeakFor(context, reader))) return refuse({ code: 'not_yours' });
    const { holdId: _, ...wish } = input;
    const branchId = wish.pickUpBranchId ?? hold.pickUpBranchId;
    const facts = { hold, wish, pickUpBranch: branchOf(library, branchId), today };
    const { rules, refusal } = await judged(context, facts, branchId);
    if (refusal) return refuse(refusal);
    const strangers = await strangersAmong(context, reader, input.sharedWith ?? []);
    const nameOf = await namesOf(context.db, input.sharedWith ?? hold.sharedWith, reader);
    if (strangers.length > 0)
      // Without a name: whoever asks may not even learn that there is such a reader.
      return { refusals: strangers.map(() => ({ code: 'not_family' as const, name: '' })) };
    const changed = changedHold({ ...facts, rules });
    const queue = (await transaction.get('holdQueues', hold.titleId))?.holds ?? [];
    const holds = queue.map((each) => (each.holdId === hold._id ? queuedHold(changed) : each));
    await writeQueue(transaction, hold.titleId, holds);
    await transaction.put('holds', changed);
    const title = await factsWithin(transaction, hold.titleId);
    return {
      value: holdView(
        library,
        { hold: queuedHold(changed), queue: holds, title },
        { readerId: reader._id, nameOf, today },
      ),
      log: { outcome: '更改预约', readerId: reader._id, titleName: title.title },
    };
  },
});

/** By rules of copies that could serve the hold, as when it was placed: the first that let it be changed. */
const judged = async (
  { db, library }: Pick<Context, 'db' | 'library'>,
  facts: Omit<Parameters<typeof refusalToChange>[0], 'rules'>,
  pickUpBranchId: string,
) => {
  const { titleId, readerCategory, wants } = facts.hold;
  const items = await itemsOfTitles(db, [titleId], ['titleId', 'use', 'status', 'itemType']);
  const [first, ...others] = rulesToHoldBy(library.policies, {
    readerCategory,
    pickUpBranchId,
    items,
    wants,
  });
  const outcomes = [first, ...others].flatMap((by) =>
    by ? [{ rules: by.rules, refusal: refusalToChange({ ...facts, rules: by.rules }) }] : [],
  );
  const best = outcomes.find(({ refusal }) => refusal === null) ?? outcomes[0];
  if (!best) throw new Error(`no rules for hold ${facts.hold._id}`);
  return best;
};
