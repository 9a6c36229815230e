import type { Refusal } from '../../typings/contract/refusals';
import type { DeskAccepts } from '../../typings/contract/safety';
import type { ReaderDocument } from '../documents';

/** What was shown or said at the desk. */
interface Shown {
  by: 'code' | 'number';
  /** "05-01", as the reader said it. */
  birthDay?: string;
}

/**
 * Why what a reader shows does not do as their card here. The code on a phone always does; a number is
 * printed on plastic and runs on, so that anybody may know it.
 */
export const refusalsToCard = (
  accepts: DeskAccepts,
  { by, birthDay }: Shown,
  { birthDate }: Pick<ReaderDocument, 'birthDate'>,
): Refusal[] => {
  if (by === 'code' || accepts === 'number') return [];
  if (accepts === 'code') return [{ code: 'card_code_needed' }];
  if (birthDay === undefined) return [{ code: 'birth_day_needed' }];
  return birthDay === birthDate.slice(5) ? [] : [{ code: 'birth_day_wrong' }];
};
