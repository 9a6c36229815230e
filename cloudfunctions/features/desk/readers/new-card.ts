import * as v from 'valibot';
import { bornLater } from '../../../circulation/birth-date';
import { GUARDIAN_AGE } from '../../../circulation/guardian-age';
import type { ReaderDocument } from '../../../documents';
import { addYears, ageOn } from '../../../kernel/local-date';
import { writing } from '../../../kernel/operation';
import { hashPassword } from '../../../kernel/password';
import { isRefused, refuse } from '../../../kernel/refusal';
import { aBirthDate, aBirthDay, aPassword, aPhone, aScan, aText } from '../../../kernel/validate';
import { newReader, nextCardNumber } from '../../../steps/new-card';
import { takeOn } from '../../../steps/guardianship';
import { guardianBy } from './guardian-by';
import { unknownCategory } from './known-category';

const SALT_BYTES = 16;

/** A card for somebody at the desk. The counter's document carries "a number is given once". */
export const newCard = writing('desk.newCard', {
  role: 'circulation',
  // A repeat takes no number.
  looksFirst: true,
  schema: v.strictObject({
    name: aText(30),
    birthDate: aBirthDate,
    phone: v.union([aPhone, v.literal('')]),
    category: aText(40),
    guardianCard: v.optional(aScan),
    guardianBirthDay: v.optional(aBirthDay),
    password: v.optional(aPassword),
  }),
  prepare: async (context, { birthDate, guardianCard, guardianBirthDay, category, password }) => {
    const unknown = unknownCategory(context.library, category);
    if (unknown.length > 0) return { refusals: unknown };
    const future = bornLater(birthDate, context.today);
    if (future) return refuse(future);
    if (ageOn(birthDate, context.today) < GUARDIAN_AGE && !guardianCard)
      return refuse({ code: 'guardian_needed', underAge: GUARDIAN_AGE });
    const guardian = guardianCard ? await guardianBy(context, guardianCard, guardianBirthDay) : null;
    if (guardian && isRefused(guardian)) return guardian;
    // Hashed before the transaction: it takes its time.
    return {
      cardNumber: await nextCardNumber(context),
      guardianReaderId: guardian?.readerId ?? null,
      password: password === undefined ? '' : hashPassword(password, context.randomBytes(SALT_BYTES)),
    };
  },
  run: async (context, input, transaction, { cardNumber, guardianReaderId, password }) => {
    const { now, today, library, staff } = context;
    const reader: ReaderDocument = {
      ...newReader(context.newId(), input, { now, cardNumber }),
      category: input.category,
      guardianReaderId,
      expiresOn: addYears(today, library.settings.cardYears),
      standing: 'active',
      openid: null,
    };
    await transaction.add('readers', reader);
    await transaction.add('cards', {
      _id: cardNumber,
      readerId: reader._id,
      password,
      wrongTries: 0,
      lockedUntil: null,
      status: 'active',
    });
    const guardian = guardianReaderId ? await transaction.get('readers', guardianReaderId) : null;
    const full = guardian && (await takeOn(transaction, guardian, reader._id));
    if (full) return full;
    return {
      value: { readerId: reader._id, cardNumber },
      log: { outcome: '办证', comment: cardNumber, readerId: reader._id, branchId: staff.branchId },
    };
  },
});
