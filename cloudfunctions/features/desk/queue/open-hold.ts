import type { Refusal } from '../../../../typings/contract/refusals';
import type { HoldDocument } from '../../../documents';
import type { Transaction } from '../../../kernel/database';
import { refuse } from '../../../kernel/refusal';

type OpenHold = HoldDocument & { status: 'waiting' | 'ready' };

export const isOpen = (hold: HoldDocument): hold is OpenHold =>
  hold.status === 'waiting' || hold.status === 'ready';

/** A hold that staff want to change, while it is open. */
export const openHoldWithin = async (
  transaction: Transaction,
  holdId: string,
): Promise<{ hold: OpenHold } | { refusals: Refusal[] }> => {
  const hold = await transaction.get('holds', holdId);
  if (!hold) return refuse({ code: 'hold_not_found' });
  if (isOpen(hold)) return { hold };
  const { status } = hold;
  return status === 'waiting' || status === 'ready'
    ? refuse({ code: 'hold_not_found' })
    : refuse({ code: 'hold_not_open', status });
};
