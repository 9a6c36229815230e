import type { Navigation } from '../pages';
import { call, pages } from '../open-pages';
import type { TabBar } from '../phone';
import {
  hideToast,
  openActions,
  openModal,
  showToast,
  type ModalOptions,
  type ToastOptions,
} from '../sheets/dialogs';
import { openScanPanel } from '../sheets/scan';
import { askSubscription } from '../sheets/subscribe';
import { settings } from '../settings';
import type { MoveKind } from '../../navigation/stack';
import { promised, Refusal } from './promised';

/** Dialogs, navigation, tab bar and page chrome. */
export function interfaceApi(navigation: Navigation, tabs: TabBar | null): Record<string, unknown> {
  const move = (kind: MoveKind) =>
    promised(kind, (options) => {
      const channel = navigation.go(kind, String(options.url ?? ''), Number(options.delta ?? 1));
      const events = (options.events ?? {}) as Record<string, (...parts: unknown[]) => void>;
      for (const [name, listener] of Object.entries(events)) channel.on(name, listener);
      return kind === 'navigateTo' ? { eventChannel: channel } : {};
    });
  const onTab = (name: string, act: (bar: TabBar, options: Record<string, unknown>) => void) =>
    promised(name, (options) => {
      if (!tabs) throw new Refusal('not TabBar page');
      act(tabs, options);
    });

  return {
    navigateTo: move('navigateTo'),
    redirectTo: move('redirectTo'),
    switchTab: move('switchTab'),
    reLaunch: move('reLaunch'),
    navigateBack: move('navigateBack'),

    showToast: promised('showToast', (options) => showToast(options as ToastOptions)),
    hideToast: promised('hideToast', hideToast),
    showLoading: promised('showLoading', (options) =>
      showToast({ ...(options as ToastOptions), icon: 'loading' }, true),
    ),
    hideLoading: promised('hideLoading', hideToast),
    showModal: promised('showModal', (options) => openModal(options as ModalOptions)),
    showActionSheet: promised('showActionSheet', async ({ itemList, alertText, itemColor }) => {
      const items = itemList as string[];
      if (!Array.isArray(items) || items.length === 0 || items.length > 6)
        throw new Refusal('parameter error: itemList should have 1 to 6 items');
      const tapIndex = await openActions(
        items,
        alertText as string | undefined,
        itemColor as string | undefined,
      );
      if (tapIndex === null) throw new Refusal('cancel');
      return { tapIndex };
    }),

    scanCode: promised('scanCode', async () => {
      const code = await openScanPanel();
      if (!code) throw new Refusal('cancel');
      return {
        ...code,
        charSet: 'utf-8',
        rawData: btoa(String.fromCharCode(...new TextEncoder().encode(code.result))),
      };
    }),
    requestSubscribeMessage: promised('requestSubscribeMessage', async ({ tmplIds }) => {
      const wanted = tmplIds as string[];
      if (!Array.isArray(wanted) || wanted.length === 0 || wanted.length > 3)
        throw new Refusal("TmplIds can't be empty, at most 3", 20004);
      const answers = await askSubscription(wanted);
      for (const [templateId, answer] of Object.entries(answers)) {
        if (answer !== 'accept') continue;
        const response = await fetch('/dev/grants', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ openid: settings.identity.openid, templateId, count: 1 }),
        });
        if (!response.ok)
          throw new Refusal(`the local cloud did not take the grant: HTTP ${response.status}`, 10001);
      }
      return answers;
    }),

    setNavigationBarTitle: promised('setNavigationBarTitle', ({ title }) =>
      pages.top()?.bar.title(String(title)),
    ),
    setNavigationBarColor: promised('setNavigationBarColor', ({ frontColor, backgroundColor }) =>
      pages.top()?.bar.colours(String(frontColor ?? ''), String(backgroundColor ?? '')),
    ),
    showNavigationBarLoading: promised('showNavigationBarLoading', () => pages.top()?.bar.loading(true)),
    hideNavigationBarLoading: promised('hideNavigationBarLoading', () => pages.top()?.bar.loading(false)),
    hideHomeButton: promised('hideHomeButton', () =>
      pages.top()?.bar.element.querySelector('.bar-home')?.remove(),
    ),
    setBackgroundColor: promised('setBackgroundColor', ({ backgroundColor }) => {
      if (backgroundColor)
        pages.top()?.scroll.parentElement?.style.setProperty('--page-back', String(backgroundColor));
    }),
    setBackgroundTextStyle: promised('setBackgroundTextStyle', () => undefined),
    startPullDownRefresh: promised('startPullDownRefresh', () => pages.top()?.pull.start()),
    stopPullDownRefresh: promised('stopPullDownRefresh', () =>
      pages.stack().forEach(({ pull }) => pull.stop()),
    ),
    pageScrollTo: promised('pageScrollTo', ({ scrollTop, selector, duration, offsetTop }) => {
      const page = pages.top();
      if (!page) return;
      const target = selector
        ? page.root.component.getShadowRoot()?.querySelector(String(selector))?.$$
        : null;
      if (selector && !target) throw new Refusal(`selector ${String(selector)} not found`);
      const base = target
        ? page.scroll.scrollTop + target.getBoundingClientRect().top - page.scroll.getBoundingClientRect().top
        : Number(scrollTop ?? 0);
      page.scroll.scrollTo({
        top: base + Number(offsetTop ?? 0),
        behavior: duration === 0 ? 'auto' : 'smooth',
      });
    }),

    setTabBarBadge: onTab('setTabBarBadge', (bar, { index, text }) => bar.badge(Number(index), String(text))),
    removeTabBarBadge: onTab('removeTabBarBadge', (bar, { index }) => bar.badge(Number(index), null)),
    showTabBarRedDot: onTab('showTabBarRedDot', (bar, { index }) => bar.dot(Number(index), true)),
    hideTabBarRedDot: onTab('hideTabBarRedDot', (bar, { index }) => bar.dot(Number(index), false)),
    setTabBarItem: onTab('setTabBarItem', (bar, { index, ...change }) =>
      bar.item(Number(index), change as never),
    ),
    setTabBarStyle: onTab('setTabBarStyle', (bar, options) => bar.style(options as never)),
    showTabBar: onTab('showTabBar', (bar) => bar.visible(true)),
    hideTabBar: onTab('hideTabBar', (bar) => bar.visible(false)),

    showShareMenu: promised('showShareMenu', () => undefined),
    hideShareMenu: promised('hideShareMenu', () => undefined),
    updateShareMenu: promised('updateShareMenu', () => undefined),
  };
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
