import type { Refusal } from '../../typings/contract/refusals';
import type { ReaderDocument } from '../documents';
import { readCardScan } from '../kernel/card-code';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { refuse } from '../kernel/refusal';
import { refusalsToCard } from '../membership/card-accepted';
import { safetyRules } from '../membership/safety-rules';

interface Scanned {
  scanned: string;
  birthDay?: string;
  /** Somebody looks a reader up who does not stand here: the number does, and nothing is lent on it. */
  isLookedUp?: boolean;
}

/**
 * The reader whose card was shown at the desk, or why it does not do. The one place where the desk takes a
 * card: two reads.
 */
export const readerByCard = async (
  from: Pick<Transaction, 'get'>,
  { library, now }: Pick<Context, 'library' | 'now'>,
  { scanned, birthDay, isLookedUp = false }: Scanned,
): Promise<{ reader: ReaderDocument } | { refusals: Refusal[] }> => {
  const scan = readCardScan(scanned, now, library.keys);
  if (scan.kind === 'expired') return refuse({ code: 'qr_expired' });
  if (scan.kind === 'not_valid') return refuse({ code: 'qr_not_valid' });
  const card = await from.get('cards', scan.cardNumber);
  if (card && card.status !== 'active') return refuse({ code: 'card_not_active', status: card.status });
  const reader = card && (await from.get('readers', card.readerId));
  if (!reader) return refuse({ code: 'reader_not_found', scanned: scan.cardNumber.slice(0, 40) });
  const { deskAccepts } = safetyRules(library);
  const shown = { by: scan.by, ...(birthDay !== undefined && { birthDay }) };
  const refusals = isLookedUp ? [] : refusalsToCard(deskAccepts, shown, reader);
  return refusals.length > 0 ? { refusals } : { reader };
};

/** Whose card it is, be it lost, replaced or shown in a way that does not do; null: nobody's, unreadable. */
export const ownerOfCard = async (
  from: Pick<Transaction, 'get'>,
  { library, now }: Pick<Context, 'library' | 'now'>,
  scanned: string,
): Promise<ReaderDocument | null> => {
  const scan = readCardScan(scanned, now, library.keys);
  const card = scan.kind === 'card' ? await from.get('cards', scan.cardNumber) : null;
  return card && from.get('readers', card.readerId);
};
