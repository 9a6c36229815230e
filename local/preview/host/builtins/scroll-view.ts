import type { glassEasel } from '../glass';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin, pixels } from './define';

/** scroll-view: its host is the scrolling box itself. */
export function defineScrollView(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'scroll-view', SCROLL_VIEW_PROPERTIES, scrollView);
}

const SCROLL_VIEW_PROPERTIES: Properties = {
  scrollX: false,
  scrollY: false,
  upperThreshold: null,
  lowerThreshold: null,
  scrollTop: null,
  scrollLeft: null,
  scrollIntoView: '',
  scrollIntoViewOffset: 0,
  scrollWithAnimation: false,
  enableFlex: false,
  scrollAnchoring: false,
  showScrollbar: true,
  enhanced: false,
  bounces: true,
  pagingEnabled: false,
  fastDeceleration: false,
  enablePassive: null,
  enableBackToTop: false,
  refresherEnabled: false,
  refresherTriggered: false,
  refresherThreshold: 45,
  refresherDefaultStyle: 'black',
  refresherBackground: '',
  type: 'list',
};

function scrollView(element: Builtin): Reactions {
  const { host, get } = element;
  tellScrolling(element);
  const refresher = pullRefresher(element);
  const axes = (): void => {
    // Keys scroll it, too.
    host.tabIndex = 0;
    host.classList.toggle('scroll-x', get('scrollX') === true);
    host.classList.toggle('scroll-y', get('scrollY') === true);
    host.classList.toggle('flex', get('enableFlex') === true);
    host.classList.toggle('no-scrollbar', get('showScrollbar') === false);
  };
  return {
    scrollX: axes,
    scrollY: axes,
    enableFlex: axes,
    showScrollbar: axes,
    scrollTop: (value: unknown) =>
      value !== null && requestAnimationFrame(() => scrollTo(element, { top: pixels(value, host) })),
    scrollLeft: (value: unknown) =>
      value !== null && requestAnimationFrame(() => scrollTo(element, { left: pixels(value, host) })),
    scrollIntoView: (id: string) => id && requestAnimationFrame(() => scrollIntoView(element, id)),
    refresherTriggered: (on: boolean) => refresher.show(on),
  };
}

/** Tells how far it is scrolled, and each arrival near an end. */
function tellScrolling({ host, get, tell }: Builtin): void {
  let last = { left: 0, top: 0 };
  let [atUpper, atLower] = [true, false];
  host.addEventListener('scroll', () => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = host;
    tell('scroll', {
      scrollLeft,
      scrollTop,
      scrollWidth,
      scrollHeight,
      deltaX: last.left - scrollLeft,
      deltaY: last.top - scrollTop,
    });
    const upper = pixels(get('upperThreshold') ?? 50, host);
    const lower = pixels(get('lowerThreshold') ?? 50, host);
    const vertical = get('scrollY') === true;
    const before = vertical ? scrollTop : scrollLeft;
    const after = vertical ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft;
    if (before <= upper !== atUpper && (atUpper = before <= upper))
      tell('scrolltoupper', { direction: vertical ? 'top' : 'left' });
    if (after <= lower !== atLower && (atLower = after <= lower))
      tell('scrolltolower', { direction: vertical ? 'bottom' : 'right' });
    // New content below moves the end away: the next arrival counts again.
    if (after > lower) atLower = false;
    last = { left: scrollLeft, top: scrollTop };
  });
}

function scrollTo({ host, get }: Builtin, position: ScrollToOptions): void {
  host.scrollTo({ ...position, behavior: get('scrollWithAnimation') === true ? 'smooth' : 'auto' });
}

function scrollIntoView(element: Builtin, id: string): void {
  const { host, get } = element;
  const target = host.querySelector(`[id="${CSS.escape(id)}"]`);
  if (!target) return;
  const [box, inside] = [host.getBoundingClientRect(), target.getBoundingClientRect()];
  const offset = get<number>('scrollIntoViewOffset') || 0;
  scrollTo(element, {
    top: host.scrollTop + inside.top - box.top + offset,
    left: host.scrollLeft + inside.left - box.left,
  });
}

/** A pull at the top beyond the threshold asks the page for news. */
function pullRefresher({ host, get, tell }: Builtin): { show(on: boolean): void } {
  let startY: number | null = null;
  let pulled = 0;
  const spinner = document.createElement('div');
  spinner.className = 'refresher';
  const down = (event: PointerEvent): void => {
    startY = get('refresherEnabled') === true && host.scrollTop <= 0 ? event.clientY : null;
  };
  const move = (event: PointerEvent): void => {
    if (startY === null) return;
    pulled = Math.max(0, event.clientY - startY) / 2;
    if (pulled > 5) tell('refresherpulling', { dy: pulled });
  };
  const up = (): void => {
    if (startY === null) return;
    startY = null;
    if (pulled >= get<number>('refresherThreshold')) tell('refresherrefresh', {});
    else if (pulled > 5) tell('refresherabort', {});
    pulled = 0;
  };
  host.addEventListener('pointerdown', down);
  host.addEventListener('pointermove', move);
  addEventListener('pointerup', up);
  return {
    show(on) {
      if (on) host.prepend(spinner);
      else if (spinner.isConnected) {
        spinner.remove();
        tell('refresherrestore', {});
      }
    },
  };
}
