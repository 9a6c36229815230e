import type { SearchFilters } from '../../typings/contract';
import { open, routes } from './routes';

/**
 * The search tab takes no query of its own (WeChat's switchTab carries none): what to search for is handed
 * over through the phone's storage and used once, when the tab is shown.
 */
const KEY = 'search-for';

/** What the tab is opened with. `scanned`: a code off a book, whose only answer opens at once. */
interface Handed {
  text: string;
  scanned: boolean;
  /** What it is narrowed to; absent: as the last search was. */
  filters?: SearchFilters;
}

/** Opens the search tab with the answers to a text: an author, a subject; or to a whole question. */
export function searchFor(text: string, filters?: SearchFilters): void {
  wx.setStorageSync(KEY, { text, scanned: false, ...(filters ? { filters } : {}) });
  open(routes.search);
}

/** Opens the search tab with what was scanned off a book. */
export function searchScanned(code: string): void {
  wx.setStorageSync(KEY, { text: code, scanned: true });
  open(routes.search);
}

/** What was handed over, once. */
export function takeHanded(): Handed | undefined {
  const handed: unknown = wx.getStorageSync(KEY);
  if (!handed) return undefined;
  wx.removeStorageSync(KEY);
  const { text, scanned, filters } = handed as Partial<Handed>;
  return text ? { text, scanned: scanned === true, ...(filters ? { filters } : {}) } : undefined;
}
