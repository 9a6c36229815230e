import * as v from 'valibot';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { addYears, ageOn } from '../../kernel/local-date';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aDay, aPhone, aText, anId } from '../../kernel/validate';
import { newReader, nextCardNumber } from '../../steps/new-card';
import { tell, type Telling } from '../../steps/notices';
import { readerView } from '../../views/readers';
import { GUARDIAN_AGE, categoryForAge, standingOf } from './applying';
import { PRIVACY_VERSION } from './consent-texts';

const ADULT_AGE = 18;

/** `asks`: the guardian applies for the child in their own WeChat. */
type Guardian = { readerId: string; asks: boolean } | null;

/**
 * A card in one form. The counter's document carries "a number is given once", the identity's "one
 * application a WeChat": only a guardian, who has a card, may apply again, for a child. That child is of the
 * family and not linked to any WeChat.
 */
export const apply = writing('account.apply', {
  schema: v.strictObject({
    name: aText(30),
    birthDate: aDay,
    phone: aPhone,
    guardianCard: v.optional(anId),
  }),
  prepare: async ({ db, today, openid }, { birthDate, guardianCard }) => {
    if (ageOn(birthDate, today) >= GUARDIAN_AGE) return { guardian: null };
    if (!guardianCard) return refuse({ code: 'guardian_needed', underAge: GUARDIAN_AGE });
    const card = await db.get('cards', guardianCard);
    if (card && card.status !== 'active') return refuse({ code: 'card_not_active', status: card.status });
    const reader = card && (await db.get('readers', card.readerId));
    if (!reader || ageOn(reader.birthDate, today) < ADULT_AGE) return refuse({ code: 'card_not_found' });
    if (reader.standing === 'pending') return refuse({ code: 'application_pending' });
    if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
    return { guardian: { readerId: reader._id, asks: reader.openid === openid } };
  },
  run: async (context, input, transaction, { guardian }) => {
    const { openid, now, today, library } = context;
    const identity = await transaction.get('identities', openid);
    if (identity && !guardian?.asks) {
      const reader = await transaction.get('readers', identity.readerId);
      return refuse({ code: 'already_has_card', cardNumber: reader?.cardNumber ?? '' });
    }
    const cardNumber = await nextCardNumber(transaction, context);
    const age = ageOn(input.birthDate, today);
    const reader: ReaderDocument = {
      ...newReader(context.newId(), input, { now, cardNumber }),
      category: categoryForAge(age, library.settings.readerCategories),
      guardianReaderId: guardian?.readerId ?? null,
      expiresOn: addYears(today, library.settings.cardYears),
      standing: standingOf(age, library.settings.reviewsApplications),
      openid: identity ? null : openid,
    };
    await transaction.add('readers', reader);
    await transaction.add('cards', {
      _id: cardNumber,
      readerId: reader._id,
      password: '',
      wrongTries: 0,
      lockedUntil: null,
      status: 'active',
    });
    if (!identity) {
      await transaction.add('identities', {
        _id: openid,
        readerId: reader._id,
        readerIds: [reader._id],
        linkedAt: now,
      });
    }
    if (guardian) await joinFamily(transaction, context, reader, guardian);
    await agree(transaction, context, reader._id, 'privacy');
    return {
      value: readerView(reader, context),
      log: {
        outcome: reader.standing === 'pending' ? '申请读者证，待审核' : '办证',
        readerId: reader._id,
      },
    };
  },
});

/**
 * The guardian knows the child. Who was named by somebody else's WeChat is told of it; who asked themselves
 * has agreed.
 */
const joinFamily = async (
  transaction: Transaction,
  context: Context,
  child: ReaderDocument,
  guardian: NonNullable<Guardian>,
): Promise<void> => {
  await transaction.amend('readers', guardian.readerId, { push: { childReaderIds: child._id } });
  if (guardian.asks) await agree(transaction, context, child._id, 'guardian');
  else await tell(transaction, context, childGotCard(guardian.readerId, child));
};

const childGotCard = (guardianId: string, child: ReaderDocument): Telling => ({
  occasion: `child_got_card_${child._id}`,
  readerId: guardianId,
  topic: 'account',
  title: '有孩子用您的证做监护人办了证',
  body: `${child.name}（读者证 ${child.cardNumber}）在办证时填写了您的证号作为监护人。如不是您的孩子，请联系图书馆。`,
  link: '/features/account/pages/family/index',
  facts: { title: child.name },
});

const agree = (
  transaction: Transaction,
  { now, newId }: Context,
  readerId: string,
  what: 'privacy' | 'guardian',
): Promise<void> =>
  transaction.add('consents', {
    _id: newId(),
    readerId,
    at: now,
    what,
    given: true,
    version: PRIVACY_VERSION,
  });
