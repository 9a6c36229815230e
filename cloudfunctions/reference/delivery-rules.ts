import type { DeliveryRules, Library } from '../documents';

/** Of the statement on copyright, as miniprogram/features/deliveries/statement.ts shows it. */
export const STATEMENT_VERSION = '2026-11-28';

/** As long as a library has set nothing. */
const DEFAULT_RULES: DeliveryRules = {
  open: false,
  linkDays: 7,
  linkOpens: 5,
  agreeDays: 7,
  askedDays: 2,
  searchDays: 14,
  handOverDays: 3,
};

export const deliveryRules = ({ settings }: Pick<Library, 'settings'>): DeliveryRules => ({
  ...DEFAULT_RULES,
  ...settings.deliveries,
});

/** Where the temporary title of another library's book says it came from: no search finds it. */
export const PASSING_SOURCE = 'delivery:';
