import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { familyOf } from './family-view';

export const family = reading('account.family', {
  schema: nothing,
  run: async (context) => {
    const identity = await context.db.get('identities', context.openid);
    const readers = identity ? await context.db.getMany('readers', identity.readerIds) : [];
    const acting = readers.find(({ _id }) => _id === identity?.readerId);
    if (!identity || !acting) return refuse({ code: 'no_card' });
    const others = identity.readerIds.flatMap((id) =>
      readers.filter((reader) => reader._id === id && id !== acting._id),
    );
    return done({ list: await familyOf(context, acting, others) });
  },
});
