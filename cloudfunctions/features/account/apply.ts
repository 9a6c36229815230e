import * as v from 'valibot';
import type { Reader, ReaderCategory } from '../../../typings/contract/account';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { addYears, ageOn } from '../../kernel/local-date';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aDay, anId, aText } from '../../kernel/validate';
import { readerView } from '../../views/readers';

/** Under this age a guardian's card is needed (the law asks for a guardian's consent). */
const GUARDIAN_AGE = 14;
const SENIOR_AGE = 60;
const CARD_DIGITS = 8;

const ALL_TOPICS = {
  due_soon: true,
  overdue: true,
  hold_ready: true,
  hold_expired: true,
  event: true,
  recap: true,
};

interface Input {
  name: string;
  birthDate: string;
  phone: string;
  guardianCard?: string;
}

/** A card at once. The identity document carries "one card a WeChat account", the counter that numbers are given once. */
export const apply = writing<Input, Reader, Context, { guardianReaderId: string | null }>({
  schema: v.strictObject({
    name: aText(30),
    birthDate: aDay,
    phone: v.pipe(v.string(), v.regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号')),
    guardianCard: v.optional(anId),
  }),
  prepare: async ({ db, today }, { birthDate, guardianCard }) => {
    if (ageOn(birthDate, today) >= GUARDIAN_AGE) return { guardianReaderId: null };
    if (!guardianCard) return refuse({ code: 'guardian_needed', underAge: GUARDIAN_AGE });
    const card = await db.get('cards', guardianCard);
    const guardian = card && (await db.get('readers', card.readerId));
    if (!guardian || ageOn(guardian.birthDate, today) < 18) return refuse({ code: 'card_not_found' });
    return { guardianReaderId: guardian._id };
  },
  run: async (context, input, transaction, { guardianReaderId }) => {
    const { openid, now, today, library } = context;
    const identity = await transaction.get('identities', openid);
    if (identity) {
      const reader = await transaction.get('readers', identity.readerId);
      return refuse({ code: 'already_has_card', cardNumber: reader?.cardNumber ?? '' });
    }
    const counter = await transaction.get('settings', 'card-counter');
    const last = counter?._id === 'card-counter' ? counter.last + 1 : 1;
    const cardNumber = library.settings.cardPrefix + String(last).padStart(CARD_DIGITS, '0');
    const reader: ReaderDocument = {
      _id: context.newId(),
      name: input.name,
      cardNumber,
      category: categoryOf(ageOn(input.birthDate, today)),
      birthDate: input.birthDate,
      phone: input.phone,
      guardianReaderId,
      expiresOn: addYears(today, library.settings.cardYears),
      block: null,
      openLoans: [],
      openHolds: [],
      openid,
      topics: ALL_TOPICS,
      joinedAt: now,
    };
    await transaction.put('settings', { _id: 'card-counter', last });
    await transaction.add('cards', {
      _id: cardNumber,
      readerId: reader._id,
      password: '',
      wrongTries: 0,
      lockedUntil: null,
    });
    await transaction.add('readers', reader);
    await transaction.add('identities', { _id: openid, readerId: reader._id, linkedAt: now });
    return {
      value: readerView(reader, context),
      log: { outcome: `办证 ${cardNumber}`, readerId: reader._id },
    };
  },
});

const categoryOf = (age: number): ReaderCategory =>
  age < GUARDIAN_AGE ? 'child' : age >= SENIOR_AGE ? 'senior' : 'adult';
