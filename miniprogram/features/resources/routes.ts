/** The desk's editor; only the desk's list opens it. Without an id it begins a new one. */
export const editResource = (resourceId = ''): string =>
  `/features/resources/pages/edit/index?resourceId=${encodeURIComponent(resourceId)}`;

/** To the desk's list, also where nothing lies below this page. */
export function backToDesk(): void {
  wx.navigateBack({ fail: () => wx.redirectTo({ url: '/features/resources/pages/desk/index' }) });
}
