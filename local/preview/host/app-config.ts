import type { Description, WindowConfig } from './description';
import { themed } from './theme';

/** The page that opens when nobody asks for another. */
export const homeOf = ({ app, pages }: Description): string => app.entryPagePath ?? pages[0] ?? '';

export const isTab = ({ app }: Description, route: string): boolean =>
  app.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false;

/** A page's own configuration over the app's, in the colours of the theme. */
export function windowOf(description: Description, route: string): WindowConfig {
  const own = description.units[route] ?? {};
  return themed({ ...description.app.window, ...own } as WindowConfig, description);
}
