import type { Refusal } from '../../../../typings/contract/refusals';
import type { StaffContext } from '../../../kernel/context';
import { ageOn } from '../../../kernel/local-date';
import { isRefused, refuse } from '../../../kernel/refusal';
import { ageOfMajority } from '../../../membership/family';
import { readerByCard } from '../../../reads/card-shown';

/** A guardian at the desk, by their card. One is of age and has a card that is in use. */
export const guardianBy = async (
  context: StaffContext,
  scanned: string,
  birthDay: string | undefined,
): Promise<{ readerId: string } | { refusals: Refusal[] }> => {
  const shown = await readerByCard(context.db, context, { scanned, ...(birthDay && { birthDay }) });
  if (isRefused(shown)) {
    const isNobody = shown.refusals.some(({ code }) => code === 'reader_not_found');
    return isNobody ? refuse({ code: 'card_not_found' }) : shown;
  }
  const { reader } = shown;
  if (ageOn(reader.birthDate, context.today) < ageOfMajority(context.library))
    return refuse({ code: 'card_not_found' });
  if (reader.standing === 'pending') return refuse({ code: 'application_pending' });
  if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
  return { readerId: reader._id };
};
