import * as v from 'valibot';
import type { ReaderDocument } from '../../../documents';
import type { StaffContext } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { addDays } from '../../../kernel/local-date';
import { writing } from '../../../kernel/operation';
import { refuse } from '../../../kernel/refusal';
import { aComment, anId } from '../../../kernel/validate';
import { withdrawCard } from '../../../steps/applications';
import { applicationAccepted, applicationDeclined } from '../../../steps/account-notices';
import { tell } from '../../../steps/notices';

/**
 * Accepts an application, or declines it: then the card opens nothing, and the WeChat that applied may
 * apply again, and what was written goes after the days of the log. The reader's document carries that it
 * is decided once.
 */
export const decideApplication = writing('desk.decideApplication', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, accept: v.boolean(), comment: v.optional(aComment) }),
  run: async (context, { readerId, accept, comment = '' }, transaction) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    if (reader.standing !== 'pending')
      return refuse({ code: 'application_decided', standing: reader.standing });
    if (accept) {
      await transaction.put('readers', { ...reader, standing: 'active' });
      await tell(transaction, context, applicationAccepted({ readerId }, reader.cardNumber));
    } else await decline(transaction, context, reader, comment);
    return {
      value: { readerId },
      log: {
        outcome: `办证申请${accept ? '通过' : '未通过'}`,
        comment,
        readerId,
        branchId: context.staff.branchId,
      },
    };
  },
});

const decline = async (
  transaction: Transaction,
  context: StaffContext,
  reader: ReaderDocument,
  comment: string,
): Promise<void> => {
  const { _id: readerId } = reader;
  await transaction.put('readers', {
    ...reader,
    standing: 'closed',
    openid: null,
    awaitsGuardian: false,
    guardianRequestId: null,
    // Until then a question about it can be answered.
    lapsesOn: addDays(context.today, context.library.settings.anonymiseAfterDays),
  });
  await withdrawCard(transaction, reader);
  await tell(transaction, context, applicationDeclined({ readerId }, comment));
};
