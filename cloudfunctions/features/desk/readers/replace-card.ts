import * as v from 'valibot';
import { writing } from '../../../kernel/operation';
import { refuse } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { nextCardNumber } from '../../../steps/new-card';

/**
 * A new number for a reader; the old card opens nothing from then on. The password goes over: whoever
 * found the card does not know it. The reader's document carries "one card in use", the counter that its
 * number is given once.
 */
export const replaceCard = writing('desk.replaceCard', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, reason: v.picklist(['lost', 'replaced']) }),
  // A repeat takes no number.
  looksFirst: true,
  prepare: async (context, { readerId }) => {
    const reader = await context.db.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
    return { cardNumber: await nextCardNumber(context) };
  },
  run: async (context, { readerId, reason }, transaction, { cardNumber }) => {
    const reader = await transaction.get('readers', readerId);
    const old = reader && (await transaction.get('cards', reader.cardNumber));
    if (!reader || !old) return refuse({ code: 'reader_not_found', scanned: readerId });
    if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
    await transaction.put('cards', { ...old, status: reason, password: '' });
    await transaction.add('cards', {
      ...old,
      _id: cardNumber,
      status: 'active',
      wrongTries: 0,
      lockedUntil: null,
    });
    await transaction.put('readers', { ...reader, cardNumber });
    return {
      value: { cardNumber },
      log: {
        outcome: reason === 'lost' ? '挂失补证' : '换证',
        comment: `${old._id} → ${cardNumber}`,
        readerId,
        branchId: context.staff.branchId,
      },
    };
  },
});
