import { policyFor } from '../../circulation/policy';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { holdsOf } from '../../views/holds';
import { readerAsking } from '../../views/readers';

export const list = reading(nothing, async (context) => {
  const reader = await readerAsking(context);
  if (!reader) return refuse({ code: 'no_card' });
  const { holdLimit } = policyFor(context.library.policies, {
    readerCategory: reader.category,
    itemType: '*',
    branchId: '*',
  });
  return done({ list: await holdsOf(context, reader), limit: holdLimit });
});
