import { cardCode } from '../../kernel/card-code';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { readerAsking } from '../../views/readers';

export const card = reading(nothing, async (context) => {
  const reader = await readerAsking(context);
  if (!reader) return refuse({ code: 'no_card' });
  const { name, cardNumber, category, expiresOn } = reader;
  return done({
    name,
    cardNumber,
    category,
    expiresOn,
    ...cardCode(cardNumber, context.now, context.library.cardKey),
  });
});
