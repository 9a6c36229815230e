import * as v from 'valibot';
import { cardCode } from '../../kernel/card-code';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forReaderActed } from '../../reads/acting';
import { categoryName } from '../../views/readers';

/** The card of the reader, a child or another linked card. One that was reported lost shows no code. */
export const card = reading('account.card', {
  caller: 'reader',
  schema: v.strictObject({ readerId: v.optional(anId) }),
  run: forReaderActed(async (context, reader) => {
    const { name, cardNumber, category, expiresOn } = reader;
    const known = await context.db.get('cards', cardNumber);
    if (!known) return refuse({ code: 'card_not_found' });
    if (known.status !== 'active') return refuse({ code: 'card_not_active', status: known.status });
    return done({
      name,
      cardNumber,
      category,
      categoryName: categoryName(context.library, category),
      expiresOn,
      ...cardCode(cardNumber, context.now, context.library.keys),
    });
  }),
});
