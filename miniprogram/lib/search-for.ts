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
}

/** Opens the search tab with the answers to a text: an author, a subject. */
export function searchFor(text: string): void {
  wx.setStorageSync(KEY, { text, scanned: false });
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
  const { text, scanned } = handed as Partial<Handed>;
  return text ? { text, scanned: scanned === true } : undefined;
}
