import type { LocalDate } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { shortDate } from '../../lib/dates';
import { qrImage } from '../../lib/qr';
import { grouped } from '../../lib/words';

export function cardView(card: Output<'account.card'>, today: LocalDate) {
  return {
    image: qrImage(card.code),
    stale: false,
    name: card.name,
    number: grouped(card.cardNumber),
    category: card.categoryName,
    until: `有效期至 ${shortDate(card.expiresOn, today)}`,
  };
}
