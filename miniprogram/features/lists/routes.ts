const at = (name: string, listId: string) =>
  `/features/lists/pages/${name}/index?listId=${encodeURIComponent(listId)}`;

/** The desk's pages of lists; only they open each other. */
export const listRoutes = {
  edit: (listId: string) => at('edit', listId),
  review: (listId: string) => at('review', listId),
} as const;

/** To the desk's lists, also where nothing lies below this page. */
export function backToDesk(): void {
  wx.navigateBack({ fail: () => wx.redirectTo({ url: '/features/lists/pages/desk/index' }) });
}
