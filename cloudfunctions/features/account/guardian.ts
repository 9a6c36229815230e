import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { ageOfMajority } from '../../membership/family';
import { ageOn } from '../../kernel/local-date';
import { forReaderWithin, readerAsking, readerWithin } from '../../reads/asking';
import { joinGuardian, leaveGuardian, withdrawRequest, withoutGuardian } from '../../steps/guardianship';
import { guardianConfirmed, guardianshipEnded } from '../../steps/account-notices';
import { tell } from '../../steps/notices';
import { agree, outdated } from './agreeing';
import { askGuardian as ask, guardianNamed } from './asking-guardian';

/**
 * A guardian says yes or no in their own WeChat. The request's document carries "answered once". The
 * child is told of a yes alone: a no would tell that somebody has the card.
 */
export const answerGuardian = writing('account.answerGuardian', {
  caller: 'reader',
  schema: v.strictObject({ requestId: anId, accept: v.boolean(), agreedForChild: v.optional(aText(30)) }),
  run: async (context, { requestId, accept, agreedForChild }, transaction) => {
    const guardian = await readerWithin(transaction, context);
    if (!guardian) return refuse({ code: 'no_card' });
    const request = await transaction.get('guardianRequests', requestId);
    if (request?.guardianReaderId !== guardian._id) return refuse({ code: 'request_not_found' });
    const child = await transaction.get('readers', request.childReaderId);
    if (child?.guardianRequestId !== requestId) return refuse({ code: 'request_not_found' });
    const log = { outcome: accept ? '确认为监护人' : '不做监护人', readerId: guardian._id };
    if (!accept) {
      await withdrawRequest(transaction, child);
      await transaction.put('readers', { ...child, guardianRequestId: null });
      return { value: { answered: true }, log };
    }
    if (ageOn(child.birthDate, context.today) >= ageOfMajority(context.library))
      return refuse({ code: 'request_not_found' });
    const refusals = outdated('guardian', agreedForChild);
    if (refusals.length > 0) return { refusals };
    const full = await joinGuardian(transaction, child, guardian);
    if (full) return full;
    await agree(transaction, context, child._id, 'guardian');
    await tell(transaction, context, guardianConfirmed({ readerId: child._id }, context.now));
    return { value: { answered: true }, log };
  },
});

/** The child's document carries which request waits: a new one takes the place of the one before. */
export const askGuardian = writing('account.askGuardian', {
  caller: 'reader',
  schema: v.strictObject({ guardianCard: anId }),
  prepare: async (context, { guardianCard }) => {
    const child = await readerAsking(context);
    if (!child) return refuse({ code: 'no_card' });
    if (!child.awaitsGuardian) return refuse({ code: 'guardian_not_needed' });
    return { guardianReaderId: await guardianNamed(context, guardianCard) };
  },
  run: async (context, _input, transaction, { guardianReaderId }) => {
    const child = await readerWithin(transaction, context);
    if (!child?.awaitsGuardian) return refuse({ code: 'guardian_not_needed' });
    const requestId = context.newId();
    const asked = await ask(transaction, context, child, { _id: requestId, guardianReaderId });
    if (isRefused(asked)) return asked;
    await withdrawRequest(transaction, child);
    await transaction.put('readers', { ...child, guardianRequestId: requestId });
    return { value: asked, log: { outcome: '请监护人确认', readerId: child._id } };
  },
});

/** Both documents carry who is whose guardian. */
export const endGuardianship = writing('account.endGuardianship', {
  caller: 'reader',
  schema: v.strictObject({ readerId: anId }),
  run: forReaderWithin(async (context, { readerId }, transaction, guardian) => {
    const child = await transaction.get('readers', readerId);
    if (child?.guardianReaderId !== guardian._id) return refuse({ code: 'not_yours' });
    await leaveGuardian(transaction, child);
    await transaction.put('readers', withoutGuardian(child, context));
    await agree(transaction, context, readerId, 'guardian', false);
    await tell(transaction, context, guardianshipEnded({ readerId }, context.now));
    return { value: { ended: true }, log: { outcome: '解除监护关系', readerId: guardian._id } };
  }),
});
