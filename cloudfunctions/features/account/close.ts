import * as v from 'valibot';
import { givenUp, without } from '../../community/passing-on';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { type Transaction, between, isIn, isNot } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { nameless } from '../../membership/nameless';
import { readerAsking } from '../../reads/asking';
import { leaveTeam } from '../../steps/challenge-teams';
import { eventWithin } from '../../steps/event-places';
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
    if (!reader) return { cards: [], registrations: [], runs: [] };
    const [cards, registrations, runs] = await Promise.all([
      context.db.find('cards', { where: { readerId: reader._id }, limit: 100 }),
      context.db.find('registrations', {
        where: {
          readerId: reader._id,
          status: isIn(['registered', 'offered', 'waiting', 'entered']),
          startsAt: between({ from: context.now }),
        },
        limit: 100,
      }),
      context.db.find('challengeRuns', {
        where: { readerId: reader._id, teamId: isNot('') },
        limit: 100,
        fields: ['teamId'],
      }),
    ]);
    return { cards, registrations, runs };
  },
  run: async (context, { cardNumber }, transaction, { cards, registrations, runs }) => {
    const linked = await linkedWithin(transaction, context.openid);
    if (!linked) return refuse({ code: 'no_card' });
    const reader = linked.acting;
    if (reader.cardNumber !== cardNumber) return refuse({ code: 'card_not_found' });
    const open = unsettled(reader);
    if (open) return refuse(open);

    await transaction.put('readers', nameless(reader, context));
    for (const card of cards) await transaction.put('cards', { ...card, password: '' });
    for (const { _id } of registrations) await giveSeatBack(transaction, context, _id);
    for (const { _id } of runs) await leaveTeamOf(transaction, _id);
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

/** Places come back and are passed on; who waited leaves the list. */
const giveSeatBack = async (transaction: Transaction, context: Context, id: string): Promise<void> => {
  const registration = await transaction.get('registrations', id);
  if (!registration || registration.status === 'cancelled') return;
  const { token } = registration;
  await transaction.put('registrations', givenUp(registration, context.now));
  const event = token && (await eventWithin(transaction, registration.eventId));
  if (!event) return;
  const after = without(event, new Set([token]));
  await transaction.put('events', { ...after, nextAt: context.now });
};

/** A team counts who is in it. */
const leaveTeamOf = async (transaction: Transaction, id: string): Promise<void> => {
  const run = await transaction.get('challengeRuns', id);
  if (run && run.teamId !== '') await leaveTeam(transaction, run);
};
