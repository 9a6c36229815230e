import * as v from 'valibot';
import { ageOn } from '../../../kernel/local-date';
import { writing } from '../../../kernel/operation';
import { refuse } from '../../../kernel/refusal';
import { aBirthDay, aComment, aScan, anId } from '../../../kernel/validate';
import { ageOfMajority } from '../../../membership/family';
import { joinGuardian, leaveGuardian, withoutGuardian } from '../../../steps/guardianship';
import { guardianConfirmed, guardianshipEnded } from '../../../steps/account-notices';
import { tell } from '../../../steps/notices';
import { guardianBy } from './guardian-by';

/** Both readers' documents carry who is whose guardian. */
export const setGuardian = writing('desk.setGuardian', {
  role: 'circulation',
  schema: v.strictObject({
    readerId: anId,
    guardianCard: aScan,
    guardianBirthDay: v.optional(aBirthDay),
    comment: aComment,
  }),
  prepare: (context, { guardianCard, guardianBirthDay }) =>
    guardianBy(context, guardianCard, guardianBirthDay),
  run: async (context, { readerId, comment }, transaction, { readerId: guardianId }) => {
    if (comment === '') return refuse({ code: 'comment_needed' });
    const child = await transaction.get('readers', readerId);
    if (!child) return refuse({ code: 'reader_not_found', scanned: readerId });
    if (ageOn(child.birthDate, context.today) >= ageOfMajority(context.library))
      return refuse({ code: 'guardian_not_needed' });
    await leaveGuardian(transaction, child);
    const guardian = await transaction.get('readers', guardianId);
    if (!guardian || guardianId === readerId) return refuse({ code: 'card_not_found' });
    const full = await joinGuardian(transaction, child, guardian);
    if (full) return full;
    await tell(transaction, context, guardianConfirmed({ readerId }, context.now));
    return {
      value: { readerId },
      log: { outcome: '登记监护人', comment, readerId, branchId: context.staff.branchId },
    };
  },
});

export const endGuardianship = writing('desk.endGuardianship', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, comment: aComment }),
  run: async (context, { readerId, comment }, transaction) => {
    if (comment === '') return refuse({ code: 'comment_needed' });
    const child = await transaction.get('readers', readerId);
    if (!child) return refuse({ code: 'reader_not_found', scanned: readerId });
    if (!child.guardianReaderId) return refuse({ code: 'no_guardian' });
    await leaveGuardian(transaction, child);
    await transaction.put('readers', withoutGuardian(child, context));
    for (const told of [readerId, child.guardianReaderId])
      await tell(transaction, context, guardianshipEnded({ readerId: told }, context.now));
    return {
      value: { readerId },
      log: { outcome: '解除监护关系', comment, readerId, branchId: context.staff.branchId },
    };
  },
});
