import type { Reader } from '../../../typings/contract';
import { grouped } from '../../lib/words';

export interface AppliedView {
  name: string;
  number: string;
  /** The library looks at what was filled in before the card is good. */
  pending: boolean;
}

export function appliedView({ name, cardNumber, standing }: Reader): AppliedView {
  return { name, number: grouped(cardNumber), pending: standing === 'pending' };
}
