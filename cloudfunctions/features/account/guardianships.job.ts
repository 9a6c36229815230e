import type { GuardianRequestDocument, ReaderDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { daily } from '../../kernel/job';
import { addYears } from '../../kernel/local-date';
import { ageOfMajority, guardianOf } from '../../membership/family';
import { requestsEndedBy } from '../../membership/guardianship';
import { leaveGuardian, withoutGuardian } from '../../steps/guardianship';

const BATCH = 50;

/**
 * Ends what time has ended: guardianships of those who are of age now, and requests that nobody answered.
 * Acting for somebody grown up is refused at once, by the rule; this puts the documents in order.
 */
export const endGuardianships = daily('end_guardianships', '00:10', async (context) => {
  const grown = await context.db.find('readers', {
    where: {
      guardianReaderId: between({ from: '!' }),
      birthDate: between({ from: '0', upTo: addYears(context.today, -ageOfMajority(context.library)) }),
    },
    limit: BATCH,
  });
  const old = await context.db.find('guardianRequests', {
    where: { at: between({ from: '0', upTo: requestsEndedBy(context.now) }) },
    limit: BATCH,
  });
  for (const child of grown) await endOne(context, child);
  for (const request of old) await forgetRequest(context, request);
  const isMore = grown.length === BATCH || old.length === BATCH;
  return { done: grown.length + old.length, after: isMore ? 'more' : null };
});

const endOne = (context: JobContext, { _id }: ReaderDocument): Promise<void> =>
  context.db.transact(async (transaction) => {
    const child = await transaction.get('readers', _id);
    if (!child?.guardianReaderId || guardianOf(child, context) !== null) return;
    await leaveGuardian(transaction, child);
    await transaction.put('readers', withoutGuardian(child, context));
  });

const forgetRequest = ({ db }: JobContext, { _id, childReaderId }: GuardianRequestDocument): Promise<void> =>
  db.transact(async (transaction) => {
    const child = await transaction.get('readers', childReaderId);
    if (child?.guardianRequestId === _id)
      await transaction.put('readers', { ...child, guardianRequestId: null });
    await transaction.remove('guardianRequests', _id);
  });
