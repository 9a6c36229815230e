import type { Refusal } from '../../typings/contract/refusals';
import type { Transaction } from '../kernel/database';

/** Nothing of the shelves has this barcode; the desk is told when it is a card: the next reader's, mostly. */
export const noSuchItem = async (transaction: Transaction, barcode: string): Promise<Refusal> => {
  const card = await transaction.get('cards', barcode);
  return { code: 'item_not_found', barcode, ...(card && { isCard: true as const }) };
};
