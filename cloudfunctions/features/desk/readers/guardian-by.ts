import type { Refusal } from '../../../../typings/contract/refusals';
import { readCardScan } from '../../../kernel/card-code';
import type { StaffContext } from '../../../kernel/context';
import { ageOn } from '../../../kernel/local-date';
import { refuse } from '../../../kernel/refusal';
import { ageOfMajority } from '../../../membership/family';

/** A guardian at the desk, by their card. One is of age and has a card that is in use. */
export const guardianBy = async (
  { db, library, now, today }: StaffContext,
  scanned: string,
): Promise<{ readerId: string } | { refusals: Refusal[] }> => {
  const scan = readCardScan(scanned, now, library.keys);
  if (scan.kind === 'expired') return refuse({ code: 'qr_expired' });
  if (scan.kind === 'not_valid') return refuse({ code: 'qr_not_valid' });
  const card = await db.get('cards', scan.cardNumber);
  if (card && card.status !== 'active') return refuse({ code: 'card_not_active', status: card.status });
  const reader = card && (await db.get('readers', card.readerId));
  if (!reader || ageOn(reader.birthDate, today) < ageOfMajority(library))
    return refuse({ code: 'card_not_found' });
  if (reader.standing === 'pending') return refuse({ code: 'application_pending' });
  if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
  return { readerId: reader._id };
};
