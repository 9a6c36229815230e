import type { Hold } from '../../../typings/contract/holds';
import { policyFor } from '../../circulation/policy';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { holdsOf } from '../../views/holds';
import { readerAsking } from '../../views/readers';
import { waitingTimes } from '../../views/waits';

export const list = reading(nothing, async (context) => {
  const reader = await readerAsking(context);
  if (!reader) return refuse({ code: 'no_card' });
  const { holdLimit } = policyFor(context.library.policies, {
    readerCategory: reader.category,
    itemType: '*',
    branchId: '*',
  });
  const holds = await holdsOf(context, reader);
  const waiting = holds.filter((hold) => hold.status === 'waiting' && !hold.onItsWay);
  const timeOf = await waitingTimes(
    context.db,
    waiting.map((hold) => hold.title.titleId),
  );
  const list = holds.map((hold): Hold => {
    const time = waiting.includes(hold) ? timeOf(hold.title.titleId, hold.position) : null;
    return time ? { ...hold, waiting: time } : hold;
  });
  return done({ list, limit: holdLimit });
});
