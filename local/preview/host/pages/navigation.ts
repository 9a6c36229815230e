import { parseUrl, planMove, type MoveKind } from '../../navigation/stack';
import { homeOf, isTab, windowOf } from '../app-config';
import type { Description } from '../description';
import { diagnostics } from '../diagnostics';
import type { Engine } from '../engine/engine';
import { openChannel, type EventChannel } from './event-channel';
import { bringToFront, tintCapsule } from './layers';
import { dress, makePage, watchScroll, type Ground } from './new-page';
import { call, pages, stack, type OpenPage } from './open-pages';
import { hide, show, unload } from './page-life';

export interface Navigation {
  go(kind: MoveKind, url: string, delta?: number, by?: 'tap'): EventChannel;
  /** Closes everything and opens `url` as after a cold start. */
  launch(url: string): void;
  onMove(listener: () => void): void;
  retheme(): void;
  /** The phone is put away or taken up again. */
  setVisible(visible: boolean): void;
}

/** Opens navigation on the phone's layers. */
export function openNavigation(description: Description, engine: Engine, layers: HTMLElement): Navigation {
  const ground: Ground = { description, engine, layers, listeners: new Set() };
  return {
    go: (...move) => go(ground, ...move),
    launch: (url) =>
      void go(ground, 'reLaunch', url.startsWith('/') ? url : `/${url || homeOf(description)}`),
    onMove: (listener) => void ground.listeners.add(listener),
    retheme() {
      for (const page of pages.alive()) dress(page, windowOf(description, page.route));
      settle(ground);
    },
    setVisible(visible) {
      const top = pages.top();
      if (top) (visible ? show : hide)(top);
    },
  };
}

function go(ground: Ground, kind: MoveKind, url: string, delta = 1, by?: 'tap'): EventChannel {
  const { description } = ground;
  const from = pages.top();
  const { route, query } = parseUrl(url, from?.route ?? '');
  const plan = planMove(
    stack,
    { kind, route, delta },
    (one) => isTab(description, one),
    (one) => description.pages.includes(one),
  );
  if (plan.refused !== undefined) throw new Error(plan.refused);
  const channel = openChannel();
  if (from && !plan.unload.includes(from) && from !== plan.show) hide(from);
  plan.unload.forEach(unload);
  stack.pages = plan.show && !plan.keep.includes(plan.show) ? [...plan.keep, plan.show] : plan.keep.slice();
  const opened = plan.open ? open(ground, plan.open, kind === 'switchTab' ? {} : query, channel) : null;
  if (!plan.open && plan.show && plan.show !== from) show(plan.show);
  settle(ground);
  if (kind === 'switchTab' && by === 'tap') tellTap(description, route);
  opened?.layer.classList.add(kind === 'navigateTo' ? 'slid-in' : 'at-once');
  return channel;
}

function open(ground: Ground, route: string, query: Record<string, string>, channel: EventChannel): OpenPage {
  const { description } = ground;
  const started = performance.now();
  const isFirst = isTab(description, route) || route === homeOf(description);
  const back = stack.pages.length > 0 ? 'back' : isFirst ? null : 'home';
  const page = makePage(ground, { route, query, channel }, back, (where) =>
    where === 'back' ? go(ground, 'navigateBack', '') : goHome(ground),
  );
  stack.pages.push(page);
  if (isTab(description, route)) stack.tabs.set(route, page);
  settle(ground);
  call(page, 'onLoad', query);
  show(page);
  watchScroll(page, windowOf(description, route));
  // After the components' own `ready`, which waits for the whole tree.
  queueMicrotask(() => {
    if (stack.pages.includes(page) || stack.tabs.get(route) === page) call(page, 'onReady');
    performance.measure(`page ${route}`, { start: started });
  });
  return page;
}

function goHome(ground: Ground): void {
  const home = homeOf(ground.description);
  go(ground, isTab(ground.description, home) ? 'switchTab' : 'reLaunch', `/${home}`);
}

/** The page on top is seen to be on top, by everybody. */
function settle({ layers, listeners }: Ground): void {
  const top = pages.top();
  for (const page of pages.alive()) page.layer.classList.toggle('on-top', page === top);
  if (top) bringToFront(layers, top.layer);
  diagnostics.route = top?.route ?? '';
  for (const listener of listeners) listener();
  tintCapsule(layers, Boolean(top?.layer.querySelector('.nav-bar[data-light-bar]')));
}

function tellTap({ app }: Description, route: string): void {
  const page = pages.top();
  const tabs = app.tabBar?.list ?? [];
  const index = tabs.findIndex(({ pagePath }) => pagePath === route);
  if (page)
    call(page, 'onTabItemTap', { index: String(index), pagePath: route, text: tabs[index]?.text ?? '' });
}
