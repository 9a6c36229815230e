import { isTab } from './routes';

/** A new version that has come down: what puts it in the place of this one, by a restart. */
let fetched: (() => void) | undefined;

/**
 * A new version waits for a moment at which a restart takes nothing away: WeChat puts it in place by itself
 * the next time the mini program is opened afresh, and earlier only who says so.
 */
export function followUpdates(): void {
  const updates = wx.getUpdateManager();
  updates.onUpdateReady(() => {
    fetched = () => updates.applyUpdate();
    offerUpdate();
  });
}

/** Asks once, and only where one page is open, the root of a tab: nowhere else is nothing begun. */
export function offerUpdate(): void {
  const apply = fetched;
  if (!apply) return;
  const [page, ...others] = getCurrentPages();
  if (!page || others.length > 0 || !isTab(page.route)) return;
  fetched = undefined;
  wx.showModal({
    title: '有新版本',
    content: '更新要一两秒，之后回到首页。',
    confirmText: '现在更新',
    cancelText: '稍后',
    success: ({ confirm }) => {
      if (confirm) apply();
    },
  });
}
