import type { Hold } from '../../../typings/contract/holds';
import { policyFor } from '../../circulation/policy';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { forReader } from '../../reads/asking';
import { holdsOf } from '../../reads/holds';
import { waitingTimes } from '../../reads/waits';
import { holdsView } from '../../views/holds';

export const list = reading('holds.list', {
  caller: 'reader',
  schema: nothing,
  run: forReader(async (context, _input, reader) => {
    const { holdLimit } = policyFor(context.library.policies, {
      readerCategory: reader.category,
      itemType: '*',
      branchId: '*',
    });
    const own = await holdsOf(context, reader);
    const holds = holdsView(context.library, own.holds, {
      today: context.today,
      readerId: reader._id,
      nameOf: own.nameOf,
    });
    const waiting = holds.filter((hold) => hold.status === 'waiting' && !hold.onItsWay);
    const timeOf = await waitingTimes(
      context,
      waiting.map((hold) => hold.title.titleId),
    );
    const timed = holds.map((hold): Hold => {
      const at = waiting.includes(hold) ? own.holds.find((each) => each.hold.holdId === hold.holdId) : null;
      const time = at ? timeOf(hold.title.titleId, at.queue, at.hold) : null;
      return time ? { ...hold, waiting: time } : hold;
    });
    return done({ list: timed, limit: holdLimit });
  }),
});
