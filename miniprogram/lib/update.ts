/** A new version that has been fetched takes over at once where nobody is typing: at the start of a visit. */
export function followUpdates(): void {
  const updates = wx.getUpdateManager();
  updates.onUpdateReady(() => updates.applyUpdate());
}
