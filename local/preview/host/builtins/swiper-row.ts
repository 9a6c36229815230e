import type { Builtin } from './define';
import { pixels } from './define';

/** The items of a swiper, laid side by side. */
export interface Row {
  items(): HTMLElement[];
  isVertical(): boolean;
  /** How far one item is from the next, in pixels. */
  step(): number;
  /**
   * Puts every item where the current one, a finger and the margins want it; a finger counts until the next
   * time.
   */
  place(how?: { animate?: boolean; dragged?: number }): void;
  detailOf(current: number, source: string): object;
  /** Lays out again when items come, go or grow. */
  watch(): void;
  release(): void;
}

export function rowOf({ host, get }: Builtin): Row {
  const dots = document.createElement('div');
  dots.className = 'dots';
  const items = (): HTMLElement[] =>
    [...host.querySelectorAll<HTMLElement>('wx-swiper-item')].filter(
      (item) => item.closest('wx-swiper') === host,
    );
  const isVertical = (): boolean => get('vertical') === true;
  const step = (): number => {
    const margins = pixels(get('previousMargin'), host) + pixels(get('nextMargin'), host);
    const size = (isVertical() ? host.clientHeight : host.clientWidth) - margins;
    return size / Math.max(1, get<number>('displayMultipleItems'));
  };
  function place({ animate = false, dragged = 0 }: { animate?: boolean; dragged?: number } = {}): void {
    const list = items();
    const size = step();
    const start = pixels(get('previousMargin'), host);
    const current = get<number>('current');
    list.forEach((item, index) => {
      const offset = nearest(index - current, list.length, get('circular') === true);
      const at = start + offset * size + dragged;
      item.style.transition = animate ? `transform ${get<number>('duration')}ms ease` : 'none';
      item.style.transform = isVertical() ? `translateY(${at}px)` : `translateX(${at}px)`;
      item.style[isVertical() ? 'height' : 'width'] = `${size}px`;
      item.toggleAttribute('data-current', index === current);
    });
    if (get('indicatorDots') === true) drawDots(dots, host, list.length, get);
    else dots.remove();
  }
  const changes = new MutationObserver((seen) => {
    if (seen.some(({ target }) => target !== dots && !dots.contains(target))) place();
  });
  const sizes = new ResizeObserver(() => place());
  return {
    items,
    isVertical,
    step,
    place,
    detailOf: (current, source) => ({
      current,
      currentItemId: items()[current]?.dataset.itemId ?? '',
      source,
    }),
    watch() {
      changes.observe(host, { childList: true });
      sizes.observe(host);
    },
    release() {
      changes.disconnect();
      sizes.disconnect();
    },
  };
}

/** In a ring the neighbour on each side is always the nearer copy. */
function nearest(offset: number, count: number, isRing: boolean): number {
  if (!isRing || count <= 2) return offset;
  if (offset > count / 2) return offset - count;
  return offset < -count / 2 ? offset + count : offset;
}

function drawDots(dots: HTMLElement, host: HTMLElement, count: number, get: Builtin['get']): void {
  if (!dots.isConnected) host.append(dots);
  dots.replaceChildren(
    ...Array.from({ length: count }, (_one, index) => {
      const dot = document.createElement('i');
      const isCurrent = index === get<number>('current');
      dot.style.background = get<string>(isCurrent ? 'indicatorActiveColor' : 'indicatorColor');
      return dot;
    }),
  );
}
