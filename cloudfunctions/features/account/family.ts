import type { GuardianRequest } from '../../../typings/contract/account';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { ageOn } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { canBeGuardian, childrenLimit } from '../../membership/guardianship';
import { cardEnd } from './asking-guardian';
import { familyOf } from './family-view';

const MOST_SHOWN = 20;

export const family = reading('account.family', {
  caller: 'reader',
  schema: nothing,
  run: async (context) => {
    const identity = await context.db.get('identities', context.openid);
    const readers = identity ? await context.db.getMany('readers', identity.readerIds) : [];
    const acting = readers.find(({ _id }) => _id === identity?.readerId);
    if (!identity || !acting) return refuse({ code: 'no_card' });
    const others = identity.readerIds.flatMap((id) =>
      readers.filter((reader) => reader._id === id && id !== acting._id),
    );
    const [list, requests] = await Promise.all([
      familyOf(context, acting, others),
      requestsTo(context, acting),
    ]);
    return done({
      list,
      requests,
      awaitsGuardian: acting.awaitsGuardian ?? false,
      mayAddChild: canBeGuardian(acting, context) && childrenLimit(acting).length === 0,
    });
  },
});

/** Newest first. Of the child no more than it takes to know it: no name, no number, no id. */
const requestsTo = async (
  { db, today }: Pick<Context, 'db' | 'today'>,
  guardian: ReaderDocument,
): Promise<GuardianRequest[]> => {
  const requests = await db.find('guardianRequests', {
    where: { guardianReaderId: guardian._id },
    orderBy: [['at', 'desc']],
    limit: MOST_SHOWN,
  });
  const children = await db.getMany(
    'readers',
    requests.map(({ childReaderId }) => childReaderId),
  );
  return requests.flatMap(({ _id: requestId, childReaderId, at }) => {
    const child = children.find(({ _id }) => _id === childReaderId);
    return child && child.standing !== 'closed'
      ? [{ requestId, cardEnd: cardEnd(child), age: ageOn(child.birthDate, today), at }]
      : [];
  });
};
