import { capsule } from './phone';
import type { Bar } from './bar';
import { makeBar } from './bar';
import type { Description, WindowConfig } from './description';
import { diagnostics } from './diagnostics';
import type { Engine } from './engine';
import { openChannel, type EventChannel } from './event-channel';
import { watchPull, type Pull } from './pull-down';
import { call, pages, stack, type OpenPage } from './open-pages';
import { bookOn, openTraffic } from './set-data';
import { make } from './sheets/sheet';
import type { Move } from '../navigation/stack';
import { parseUrl, planMove } from '../navigation/stack';
import { themed } from './theme';

export interface Navigation {
  go(kind: Move['kind'], url: string, delta?: number, by?: 'tap'): EventChannel;
  /** Closes everything and opens `url` as after a cold start. */
  launch(url: string): void;
  onMove(listener: () => void): void;
  retheme(): void;
  /** The phone is put away or taken up again. */
  setVisible(visible: boolean): void;
}

/** Opens navigation on the phone's layers. */
export function openNavigation(description: Description, engine: Engine, layers: HTMLElement): Navigation {
  const tabs = description.app.tabBar?.list.map(({ pagePath }) => pagePath) ?? [];
  const isTab = (route: string): boolean => tabs.includes(route);
  const listeners = new Set<() => void>();
  const home = description.app.entryPagePath ?? description.pages[0] ?? '';

  function go(kind: Move['kind'], url: string, delta = 1, by?: 'tap'): EventChannel {
    const from = pages.top();
    const { route, query } = parseUrl(url, from?.route ?? '');
    const plan = planMove(stack, { kind, route, delta }, isTab, (wanted) =>
      description.pages.includes(wanted),
    );
    if (plan.refused !== undefined) throw new Error(plan.refused);
    const channel = openChannel();
    if (from && !plan.unload.includes(from) && from !== plan.show) hide(from);
    plan.unload.forEach(unload);
    stack.pages = plan.show && !plan.keep.includes(plan.show) ? [...plan.keep, plan.show] : plan.keep.slice();
    let opened: OpenPage | null = null;
    if (plan.open) {
      opened = open(plan.open, query, kind === 'switchTab' ? {} : query, channel);
    } else if (plan.show && plan.show !== from) show(plan.show);
    settle();
    if (isTab(route) && kind === 'switchTab') tapTab(route, by === 'tap');
    opened?.layer.classList.add(kind === 'navigateTo' ? 'slid-in' : 'at-once');
    return channel;
  }

  function open(
    route: string,
    query: Record<string, string>,
    shown: Record<string, string>,
    channel: EventChannel,
  ): OpenPage {
    const config = configOf(route);
    const back = stack.pages.length > 0 ? 'back' : isTab(route) || route === home ? null : 'home';
    const bar = makeBar(config, back, (where) => (where === 'back' ? go('navigateBack', '') : goHome()));
    const scroll = make('div', 'page-scroll');
    const area = make('div', 'page-area', '', [scroll]);
    area.style.setProperty('--page-back', config.backgroundColor ?? '#ffffff');
    const layer = make(
      'div',
      `layer${config.navigationStyle === 'custom' ? ' custom-bar' : ''}${isTab(route) ? ' with-tabs' : ''}`,
      '',
      [bar.element, area],
    );
    layer.dataset.page = route;
    layers.append(layer);
    dress(bar, config);
    const traffic = openTraffic(route);
    bookOn(traffic);
    const started = performance.now();
    const root = engine.createPage(route, shown, scroll);
    const page: OpenPage = {
      route,
      query: shown,
      root,
      layer,
      scroll,
      bar,
      traffic,
      channel,
      pull: null as unknown as Pull,
    };
    page.pull = watchPull(
      area,
      scroll,
      () => config.enablePullDownRefresh === true,
      () => call(page, 'onPullDownRefresh'),
    );
    stack.pages.push(page);
    if (isTab(route)) stack.tabs.set(route, page);
    root.caller.getOpenerEventChannel = () => channel;
    settle();
    call(page, 'onLoad', shown);
    show(page);
    watchScroll(page, config);
    // After the components' own `ready`, which waits for the whole tree.
    queueMicrotask(() => {
      if (stack.pages.includes(page) || stack.tabs.get(route) === page) call(page, 'onReady');
      performance.measure(`page ${route}`, { start: started });
    });
    return page;
  }

  function configOf(route: string): WindowConfig {
    const own = description.units[route] ?? {};
    return themed({ ...description.app.window, ...own } as WindowConfig, description);
  }

  function show(page: OpenPage): void {
    bookOn(page.traffic);
    call(page, 'onShow');
    page.root.component.triggerPageLifetime('show', []);
  }

  function hide(page: OpenPage): void {
    call(page, 'onHide');
    page.root.component.triggerPageLifetime('hide', []);
  }

  function unload(page: OpenPage): void {
    call(page, 'onUnload');
    page.root.release();
    page.layer.remove();
    if (stack.tabs.get(page.route) === page) stack.tabs.delete(page.route);
  }

  function goHome(): void {
    go(isTab(home) ? 'switchTab' : 'reLaunch', `/${home}`);
  }

  function settle(): void {
    const top = pages.top();
    for (const page of new Set([...stack.pages, ...stack.tabs.values()]))
      page.layer.classList.toggle('on-top', page === top);
    if (top) bringToFront(layers, top.layer);
    diagnostics.route = top?.route ?? '';
    for (const listener of listeners) listener();
    capsule(layers, Boolean(top?.layer.querySelector('.nav-bar[data-light-bar]')));
  }

  function tapTab(route: string, tapped: boolean): void {
    if (!tapped) return;
    const index = tabs.indexOf(route);
    const page = pages.top();
    if (page)
      call(page, 'onTabItemTap', {
        index: String(index),
        pagePath: route,
        text: description.app.tabBar?.list[index]?.text ?? '',
      });
  }

  return {
    go,
    launch(url) {
      go('reLaunch', url.startsWith('/') ? url : `/${url || home}`);
    },
    onMove: (listener) => void listeners.add(listener),
    retheme() {
      for (const page of new Set([...stack.pages, ...stack.tabs.values()])) {
        const config = configOf(page.route);
        dress(page.bar, config);
        (page.scroll.parentElement as HTMLElement).style.setProperty(
          '--page-back',
          config.backgroundColor ?? '#ffffff',
        );
      }
      settle();
    },
    setVisible(visible) {
      const top = pages.top();
      if (top) (visible ? show : hide)(top);
    },
  };
}

/** The bar's colours, as the page's configuration and the theme say. */
function dress(bar: Bar, config: WindowConfig): void {
  bar.colours(config.navigationBarTextStyle ?? 'black', config.navigationBarBackgroundColor ?? '#ffffff');
}

function watchScroll(page: OpenPage, config: WindowConfig): void {
  const { scroll } = page;
  const distance = config.onReachBottomDistance ?? 50;
  let reached = false;
  if (config.disableScroll) scroll.style.overflow = 'hidden';
  scroll.addEventListener('scroll', () => {
    call(page, 'onPageScroll', { scrollTop: scroll.scrollTop });
    const left = scroll.scrollHeight - scroll.clientHeight - scroll.scrollTop;
    if (left > distance) reached = false;
    else if (!reached) {
      reached = true;
      call(page, 'onReachBottom');
    }
  });
  // A longer list moves the bottom away again.
  new ResizeObserver(() => {
    if (scroll.scrollHeight - scroll.clientHeight - scroll.scrollTop > distance) reached = false;
  }).observe(page.root.element);
}

/** The address of a page, with its query as it was given. */
export function urlOf(page: { route: string; query: Record<string, string> } | undefined): string {
  if (!page) return '/';
  const query = Object.entries(page.query).map(([name, value]) => `${name}=${value}`);
  return `/${page.route}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/**
 * Puts a layer above the others. A browser forgets how far an element was scrolled when it is moved; WeChat
 * keeps it.
 */
function bringToFront(layers: HTMLElement, layer: HTMLElement): void {
  if (layers.lastElementChild === layer) return;
  const places = [...layer.querySelectorAll('*')]
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }))
    .filter(({ top, left }) => top !== 0 || left !== 0);
  layers.append(layer);
  for (const { element, top, left } of places) element.scrollTo({ top, left, behavior: 'instant' });
}
