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
  const { host, get, tell } = element;
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
  const to = (position: ScrollToOptions): void =>
    host.scrollTo({ ...position, behavior: get('scrollWithAnimation') === true ? 'smooth' : 'auto' });
  const intoView = (id: string): void => {
    if (!id) return;
    requestAnimationFrame(() => {
      const target = host.querySelector(`[id="${CSS.escape(id)}"]`);
      if (!target) return;
      const [box, inside] = [host.getBoundingClientRect(), target.getBoundingClientRect()];
      const offset = get<number>('scrollIntoViewOffset') || 0;
      to({
        top: host.scrollTop + inside.top - box.top + offset,
        left: host.scrollLeft + inside.left - box.left,
      });
    });
  };
  const refresher = pullRefresher(
    host,
    () => get('refresherEnabled') === true,
    () => get<number>('refresherThreshold'),
    tell,
  );
  const axes = (): void => {
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
      value !== null && requestAnimationFrame(() => to({ top: pixels(value, host) })),
    scrollLeft: (value: unknown) =>
      value !== null && requestAnimationFrame(() => to({ left: pixels(value, host) })),
    scrollIntoView: intoView,
    refresherTriggered: (on: boolean) => refresher.show(on),
  };
}

function pullRefresher(
  host: HTMLElement,
  enabled: () => boolean,
  threshold: () => number,
  tell: (event: string, detail?: unknown) => unknown,
): { show(on: boolean): void } {
  let startY: number | null = null;
  let pulled = 0;
  const spinner = document.createElement('div');
  spinner.className = 'refresher';
  const down = (event: PointerEvent): void => {
    startY = enabled() && host.scrollTop <= 0 ? event.clientY : null;
  };
  const move = (event: PointerEvent): void => {
    if (startY === null) return;
    pulled = Math.max(0, event.clientY - startY) / 2;
    if (pulled > 5) tell('refresherpulling', { dy: pulled });
  };
  const up = (): void => {
    if (startY === null) return;
    startY = null;
    if (pulled >= threshold()) tell('refresherrefresh', {});
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
