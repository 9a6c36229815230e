import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';

/** Nobody has a card before they are born. */
export const bornLater = (birthDate: LocalDate, today: LocalDate): Refusal | undefined =>
  birthDate > today ? { code: 'birth_date_later', today } : undefined;
