import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { familyOf } from './family-view';
import { linkedWithin, putWithout } from './linked';

/**
 * Takes one card out of this WeChat. When it was the acting one the next acts; when it was the last the list
 * is empty.
 */
export const unlink = writing('account.unlink', {
  caller: 'reader',
  schema: v.strictObject({ readerId: anId }),
  run: async (context, { readerId }, transaction) => {
    const linked = await linkedWithin(transaction, context.openid);
    if (!linked) return refuse({ code: 'no_card' });
    const all = [linked.acting, ...linked.others];
    const gone = all.find(({ _id }) => _id === readerId);
    if (!gone) return refuse({ code: 'not_yours' });
    await transaction.put('readers', { ...gone, openid: null });
    await putWithout(transaction, linked, readerId);
    const [acting, ...others] = all.filter((reader) => reader !== gone);
    return {
      value: { list: acting ? await familyOf(context, acting, others) : [] },
      log: { outcome: '解除绑定', readerId },
    };
  },
});
