export type MoveKind = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';

export interface Move {
  kind: MoveKind;
  route: string;
  /** Pages to go back; only for navigateBack. */
  delta: number;
}

export interface Stack<Page> {
  /** Bottom first; at most ten. */
  pages: Page[];
  /** Tab pages that were opened once and live on while another tab shows. */
  tabs: Map<string, Page>;
}

/** What a move does to the pages, or why it may not. */
type Plan<Page> =
  | { refused: string }
  | { refused?: undefined; keep: Page[]; unload: Page[]; open: string | null; show: Page | null };

const LIMIT = 10;

/** Decides a move by WeChat's rules: tab pages live on, ten pages at most, no going back from the first. */
export function planMove<Page extends { route: string }>(
  { pages, tabs }: Stack<Page>,
  { kind, route, delta }: Move,
  isTab: (route: string) => boolean,
  exists: (route: string) => boolean,
): Plan<Page> {
  if (kind === 'navigateBack') {
    if (pages.length <= 1) return { refused: 'cannot navigate back at first page.' };
    const keep = pages.slice(0, Math.max(1, pages.length - Math.max(1, delta)));
    return {
      keep,
      unload: pages.slice(keep.length).reverse(),
      open: null,
      show: keep[keep.length - 1] ?? null,
    };
  }
  if (!exists(route)) return { refused: `page "${route}" is not found` };
  switch (kind) {
    case 'navigateTo':
      if (isTab(route)) return { refused: 'can not navigateTo a tabbar page' };
      if (pages.length >= LIMIT) return { refused: `webview count limit exceed` };
      return { keep: pages, unload: [], open: route, show: null };
    case 'redirectTo':
      if (isTab(route)) return { refused: 'can not redirectTo a tabbar page' };
      return { keep: pages.slice(0, -1), unload: pages.slice(-1), open: route, show: null };
    case 'switchTab': {
      if (!isTab(route)) return { refused: 'can not switch to no-tabBar page' };
      const unload = pages.filter((page) => !isTab(page.route)).reverse();
      const known = tabs.get(route) ?? null;
      return { keep: [], unload, open: known ? null : route, show: known };
    }
    case 'reLaunch':
      return {
        keep: [],
        unload: [...new Set([...pages, ...tabs.values()])].reverse(),
        open: route,
        show: null,
      };
  }
}

/** Splits `/pages/a/b?x=1` (or a path relative to the page) into route and query. */
export function parseUrl(url: string, from: string): { route: string; query: Record<string, string> } {
  const [path = '', asked = ''] = url.split('?');
  const folder = from.split('/').slice(0, -1).join('/');
  const absolute = path.startsWith('/') ? path : `/${folder}/${path}`;
  const route = new URL(absolute, 'http://local').pathname.slice(1).replace(/\.html$/, '');
  const query: Record<string, string> = {};
  for (const pair of asked.split('&').filter(Boolean)) {
    const cut = pair.indexOf('=');
    // WeChat hands the raw text over: pages decode what they encoded.
    query[cut < 0 ? pair : pair.slice(0, cut)] = cut < 0 ? '' : pair.slice(cut + 1);
  }
  return { route, query };
}
