import type { Reader } from '../../../typings/contract';
import { grouped } from '../../lib/words';

export interface AppliedView {
  name: string;
  number: string;
  /** The library looks at what was filled in before the card is good. */
  pending: boolean;
  /** The end of the card's number, where a guardian has to confirm first; else "". */
  awaits: string;
}

export function appliedView({ name, cardNumber, standing, blocks }: Reader): AppliedView {
  const isAwaited = blocks.some(({ code }) => code === 'guardian_unconfirmed');
  return {
    name,
    number: grouped(cardNumber),
    pending: standing === 'pending',
    awaits: isAwaited ? cardNumber.slice(-4) : '',
  };
}
