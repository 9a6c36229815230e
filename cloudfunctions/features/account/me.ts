import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { whoAsks } from '../../reads/asking';
import { meView } from '../../views/me';

export const me = reading('account.me', {
  caller: 'visitor',
  schema: nothing,
  run: async (context) => done(meView(await whoAsks(context), context)),
});
