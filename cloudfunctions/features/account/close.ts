import * as v from 'valibot';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { type Transaction, between } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAsking } from '../../reads/asking';
import { leaveGuardian, withdrawRequest } from '../../steps/guardianship';
import { linkedWithin, putWithout } from './linked';

/**
 * Ends an account with nothing open, on the typed number of the card. What names the reader goes at once,
 * what was read and told goes with the nightly job; lines of the account and consents stay, without a name,
 * as the library's own proof.
 */
export const close = writing('account.close', {
  caller: 'reader',
  schema: v.strictObject({ cardNumber: anId }),
  prepare: async (context) => {
    const reader = await readerAsking(context);
    if (!reader) return { cards: [], registrations: [] };
    const [cards, registrations] = await Promise.all([
      context.db.find('cards', { where: { readerId: reader._id }, limit: 100 }),
      context.db.find('registrations', {
        where: { readerId: reader._id, status: 'registered', startsAt: between({ from: context.now }) },
        limit: 100,
      }),
    ]);
    return { cards, registrations };
  },
  run: async (context, { cardNumber }, transaction, { cards, registrations }) => {
    const linked = await linkedWithin(transaction, context.openid);
    if (!linked) return refuse({ code: 'no_card' });
    const reader = linked.acting;
    if (reader.cardNumber !== cardNumber) return refuse({ code: 'card_not_found' });
    const open = unsettled(reader);
    if (open) return refuse(open);

    await transaction.put('readers', nameless(reader, context));
    for (const card of cards) await transaction.put('cards', { ...card, password: '' });
    for (const { _id } of registrations) await giveSeatBack(transaction, context, _id);
    await putWithout(transaction, linked, reader._id);
    await leaveGuardian(transaction, reader);
    await withdrawRequest(transaction, reader);
    return { value: { closed: true }, log: { outcome: '注销读者证', readerId: reader._id } };
  },
});

const unsettled = ({ openLoans, openHolds, owes, deposit, childReaderIds }: ReaderDocument) =>
  openLoans.length + openHolds.length + childReaderIds.length > 0 || owes !== 0 || deposit !== 0
    ? ({
        code: 'account_not_settled',
        loans: openLoans.length,
        holds: openHolds.length,
        owes,
        deposit,
        children: childReaderIds.length,
      } as const)
    : null;

/** Of the birth date the year stays, for figures by age. */
const nameless = (reader: ReaderDocument, { now }: Context): ReaderDocument => ({
  ...reader,
  name: '',
  phone: '',
  birthDate: `${reader.birthDate.slice(0, 4)}-01-01`,
  guardianReaderId: null,
  awaitsGuardian: false,
  guardianRequestId: null,
  standing: 'closed',
  block: null,
  lately: [],
  noShows: [],
  bookLists: 0,
  openid: null,
  keepsHistory: false,
  interests: [],
  forgetUpTo: now,
  ...(reader.openid && { forgetOpenid: reader.openid }),
});

const giveSeatBack = async (transaction: Transaction, { now }: Context, id: string): Promise<void> => {
  const registration = await transaction.get('registrations', id);
  if (registration?.status !== 'registered') return;
  await transaction.put('registrations', { ...registration, status: 'cancelled', at: now });
  await transaction.amend('events', registration.eventId, { add: { registered: -1 } });
};
