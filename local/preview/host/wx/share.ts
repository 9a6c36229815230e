import { call, pages } from '../pages/open-pages';
import { openModal } from '../sheets/dialogs';
import { promised } from './promised';

/** The share menu is always there: the preview shows the card when it is asked for. */
export function shareApi(): Record<string, unknown> {
  return promised({
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    updateShareMenu: () => undefined,
  });
}

/** What the capsule's menu and `<button open-type="share">` do: shows the card that would be sent. */
export async function share(from: 'menu' | 'button'): Promise<void> {
  const page = pages.top();
  if (!page) return;
  const answer = (await call(page, 'onShareAppMessage', { from })) as
    { title?: string; path?: string } | undefined;
  const has = typeof page.root.caller.onShareAppMessage === 'function';
  await openModal({
    title: has ? '转发给朋友' : '当前页面未设置分享',
    content: has ? `${answer?.title ?? '书香'}\n${answer?.path ?? `/${page.route}`}` : '',
    showCancel: false,
  });
}
