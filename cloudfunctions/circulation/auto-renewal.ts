import type { LocalDate } from '../../typings/contract/shapes';
import type { OpenLoan, PolicyDocument, Rules } from '../documents';
import { addDays } from '../kernel/local-date';

/** Whether a loan asks to be renewed by itself on a day: soon before its last day, and once a day at most. */
export const autoRenewsOn = (
  today: LocalDate,
  { dueOn, renewedByItselfOn }: Pick<OpenLoan, 'dueOn' | 'renewedByItselfOn'>,
  { autoRenewDays }: Pick<Rules, 'autoRenewDays'>,
): boolean =>
  autoRenewDays !== null &&
  renewedByItselfOn !== today &&
  today <= dueOn &&
  dueOn <= addDays(today, autoRenewDays);

/** So many days ahead any row renews loans; null: none does. */
export const longestAutoRenewal = (policies: readonly Pick<PolicyDocument, 'rules'>[]): number | null =>
  policies.reduce<number | null>((most, { rules }) => {
    const days = rules.autoRenewDays ?? null;
    return days === null ? most : Math.max(most ?? 0, days);
  }, null);
