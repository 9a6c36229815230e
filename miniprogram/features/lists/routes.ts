import { pageOf } from '../../lib/routes';

/** The desk's pages of lists; only they open each other. */
export const listRoutes = {
  edit: (listId: string) => pageOf('lists', 'edit', { listId }),
  review: (listId: string) => pageOf('lists', 'review', { listId }),
} as const;

/** To the desk's lists, also where nothing lies below this page. */
export function backToDesk(): void {
  wx.navigateBack({ fail: () => wx.redirectTo({ url: pageOf('lists', 'desk') }) });
}
