import * as v from 'valibot';
import { GUARDIAN_AGE } from '../../circulation/guardian-age';
import type { ReaderDocument } from '../../documents';
import type { Refusal } from '../../../typings/contract/refusals';
import type { LocalDate } from '../../../typings/contract/shapes';
import type { Context } from '../../kernel/context';
import { addDays, addYears, ageOn } from '../../kernel/local-date';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aBirthDate, aPhone, aText, anId } from '../../kernel/validate';
import { APPLICATION_DAYS } from '../../membership/applications';
import { ageOfMajority } from '../../membership/family';
import { childrenLimit } from '../../membership/guardianship';
import { readerAsking } from '../../reads/asking';
import { bornLater } from '../../circulation/birth-date';
import { takeOn } from '../../steps/guardianship';
import { newReader, nextCardNumber } from '../../steps/new-card';
import { readerView } from '../../views/readers';
import { agree, outdated } from './agreeing';
import { categoryForAge, standingOf } from './applying';
import { askGuardian, guardianNamed } from './asking-guardian';

/**
 * Who answers for the child: the guardian who applies in their own WeChat, or whoever is asked by the card
 * that was named.
 */
type Guardian = { asks: true; readerId: string } | { asks: false; readerId: string };

/**
 * A card in one form. The counter's document carries "a number is given once", the identity's "one
 * application a WeChat": only a guardian, who has a card, may apply again, for a child. That child is of
 * the family and not linked to any WeChat. A child who names somebody else's card waits until that
 * guardian has confirmed; nothing in the answer tells whether anybody has that card.
 */
export const apply = writing('account.apply', {
  caller: 'visitor',
  schema: v.strictObject({
    name: aText(30),
    birthDate: aBirthDate,
    phone: aPhone,
    guardianCard: v.optional(anId),
    agreedTo: aText(30),
    agreedForChild: v.optional(aText(30)),
  }),
  // A repeat takes no number, and tells nothing new of a guardian's card.
  looksFirst: true,
  prepare: async (context, { name, birthDate, guardianCard, agreedTo, agreedForChild }) => {
    const unread = outdated('privacy', agreedTo);
    if (unread.length > 0) return { refusals: unread };
    const future = bornLater(birthDate, context.today);
    if (future) return refuse(future);
    const found = await guardianOfChild(context, birthDate, guardianCard);
    if (isRefused(found)) return found;
    const linked = found.guardian?.asks ? null : await readerAsking(context);
    if (linked) return refuse({ code: 'already_has_card', cardNumber: linked.cardNumber });
    const forChild = found.guardian?.asks ? outdated('guardian', agreedForChild) : [];
    if (forChild.length > 0) return { refusals: forChild };
    // Staff and family read it: what WeChat would not show is no name, what it doubts is looked at.
    const verdict = await context.checkText({ openid: context.openid, text: name, signedAs: name });
    if (verdict === 'risky') return refuse({ code: 'text_not_allowed' });
    return { ...found, cardNumber: await nextCardNumber(context), looksOdd: verdict === 'unsure' };
  },
  run: async (context, input, transaction, { guardian, cardNumber, looksOdd }) => {
    const { openid, now, today, library } = context;
    const identity = await transaction.get('identities', openid);
    if (identity && !guardian?.asks) {
      const reader = await transaction.get('readers', identity.readerId);
      return refuse({ code: 'already_has_card', cardNumber: reader?.cardNumber ?? '' });
    }
    const age = ageOn(input.birthDate, today);
    const requestId = context.newId();
    const reader: ReaderDocument = {
      ...newReader(context.newId(), input, { now, cardNumber }),
      category: categoryForAge(age, library.settings.readerCategories),
      guardianReaderId: guardian?.asks ? guardian.readerId : null,
      ...(guardian?.asks === false && {
        ...{ awaitsGuardian: true, guardianRequestId: requestId },
        lapsesOn: addDays(today, APPLICATION_DAYS),
      }),
      expiresOn: addYears(today, library.settings.cardYears),
      standing: looksOdd ? 'pending' : standingOf(age, library.settings.reviewsApplications),
      openid: identity ? null : openid,
    };
    if (guardian?.asks === false) {
      const request = { _id: requestId, guardianReaderId: guardian.readerId };
      const asked = await askGuardian(transaction, context, reader, request);
      if (isRefused(asked)) return asked;
    }
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
    if (guardian?.asks) {
      const own = await transaction.get('readers', guardian.readerId);
      const full = own && (await takeOn(transaction, own, reader._id));
      if (full) return full;
      await agree(transaction, context, reader._id, 'guardian');
    }
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

const guardianOfChild = async (
  context: Context,
  birthDate: LocalDate,
  guardianCard: string | undefined,
): Promise<{ guardian: Guardian | null } | { refusals: Refusal[] }> => {
  if (ageOn(birthDate, context.today) >= GUARDIAN_AGE) return { guardian: null };
  if (!guardianCard) return refuse({ code: 'guardian_needed', underAge: GUARDIAN_AGE });
  return guardianFor(context, guardianCard);
};

/** Of one's own card everything may be told that is wrong with it, of another's nothing. */
const guardianFor = async (
  context: Context,
  cardNumber: string,
): Promise<{ guardian: Guardian } | { refusals: Refusal[] }> => {
  const { db, openid, today, library } = context;
  const card = await db.get('cards', cardNumber);
  const reader = card && (await db.get('readers', card.readerId));
  if (!reader || reader.openid !== openid)
    return { guardian: { asks: false, readerId: await guardianNamed(context, cardNumber) } };
  if (card.status !== 'active') return refuse({ code: 'card_not_active', status: card.status });
  if (ageOn(reader.birthDate, today) < ageOfMajority(library)) return refuse({ code: 'card_not_found' });
  if (reader.standing === 'pending') return refuse({ code: 'application_pending' });
  if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
  const refusals = childrenLimit(reader);
  return refusals.length > 0 ? { refusals } : { guardian: { asks: true, readerId: reader._id } };
};
