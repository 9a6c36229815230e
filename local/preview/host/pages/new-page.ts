import { isTab, windowOf } from '../app-config';
import { makeBar, type Bar } from './bar';
import type { Description, WindowConfig } from '../description';
import type { Engine } from '../engine/engine';
import { call, type OpenPage } from './open-pages';
import { watchPull } from './pull-down';
import { bookOn, openTraffic } from '../set-data';
import { make } from '../sheets/sheet';

/** What pages are made of, where they are laid, and who hears of every move between them. */
export interface Ground {
  description: Description;
  engine: Engine;
  layers: HTMLElement;
  listeners: Set<() => void>;
}

type Back = Parameters<typeof makeBar>[1];

/** Lays a page on the phone; its own code has not run yet but for its components'. */
export function makePage(
  { description, engine, layers }: Ground,
  { route, query, channel }: Pick<OpenPage, 'route' | 'query' | 'channel'>,
  back: Back,
  leave: (where: NonNullable<Back>) => void,
): OpenPage {
  const config = windowOf(description, route);
  const bar = makeBar(config, back, leave);
  const scroll = make('div', 'page-scroll');
  // Keys scroll it, too.
  scroll.tabIndex = 0;
  const area = make('div', 'page-area', '', [scroll]);
  const custom = config.navigationStyle === 'custom' ? ' custom-bar' : '';
  const tabs = isTab(description, route) ? ' with-tabs' : '';
  const layer = make('div', `layer${custom}${tabs}`, '', [bar.element, area]);
  layer.dataset.page = route;
  layers.append(layer);
  dress({ bar, scroll }, config);
  const traffic = openTraffic(route);
  bookOn(traffic);
  const root = engine.createPage(route, query, scroll);
  root.caller.getOpenerEventChannel = () => channel;
  const pull = watchPull(
    area,
    scroll,
    () => config.enablePullDownRefresh === true,
    () => call(page, 'onPullDownRefresh'),
  );
  const page: OpenPage = { route, query, root, layer, scroll, bar, traffic, channel, pull };
  return page;
}

/** The colours of the bar and of what lies behind the page, as its configuration and the theme say. */
export function dress({ bar, scroll }: { bar: Bar; scroll: HTMLElement }, config: WindowConfig): void {
  bar.colours(config.navigationBarTextStyle ?? 'black', config.navigationBarBackgroundColor ?? '#ffffff');
  scroll.parentElement?.style.setProperty('--page-back', config.backgroundColor ?? '#ffffff');
}

/** Tells the page how far it is scrolled, and when its bottom comes near. */
export function watchScroll(page: OpenPage, config: WindowConfig): void {
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
