/** What was searched lately, on this phone only, newest first. */
const KEY = 'recent-searches';
const MOST = 10;

export function recentSearches(): string[] {
  const known: unknown = wx.getStorageSync(KEY);
  return Array.isArray(known) ? known.filter((text): text is string => typeof text === 'string') : [];
}

export function rememberSearch(query: string): string[] {
  const list = withNewest(recentSearches(), query);
  wx.setStorageSync(KEY, list);
  return list;
}

export function forgetSearches(): void {
  wx.removeStorageSync(KEY);
}

export function withNewest(list: string[], query: string): string[] {
  return [query, ...list.filter((text) => text !== query)].slice(0, MOST);
}
