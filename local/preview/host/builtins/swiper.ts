import type { glassEasel } from '../glass';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin, pixels } from './define';

const SLIDE = 10;

/** swiper and swiper-item: items lie in a row and the row is moved. */
export function defineSwiper(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'swiper', SWIPER_PROPERTIES, swiper);

  defineBuiltin(space, 'swiper-item', { itemId: '', skipHiddenItemLayout: false }, ({ host }) => ({
    itemId: (id: string) => void (host.dataset.itemId = id),
  }));
}

const SWIPER_PROPERTIES: Properties = {
  current: 0,
  currentItemId: '',
  autoplay: false,
  interval: 5000,
  duration: 500,
  circular: false,
  vertical: false,
  indicatorDots: false,
  indicatorColor: 'rgba(0, 0, 0, .3)',
  indicatorActiveColor: '#000000',
  previousMargin: '',
  nextMargin: '',
  displayMultipleItems: 1,
  easingFunction: 'default',
  snapToEdge: false,
  cacheExtent: 0,
};

function swiper(element: Builtin): Reactions {
  const { host, get, put, tell } = element;
  const row = rowOf(element);
  let timer: ReturnType<typeof setInterval> | undefined;
  let shown: number | null = null;
  let moving = false;

  function go(to: number, source: 'autoplay' | 'touch' | ''): void {
    const count = row.items().length;
    if (count === 0) return;
    const wrapped = get('circular') === true ? (to + count) % count : Math.min(count - 1, Math.max(0, to));
    const changed = wrapped !== get<number>('current');
    moving = true;
    if (changed) put('current', wrapped);
    moving = false;
    row.place({ animate: true });
    if (!changed) return;
    const detail = row.detailOf(wrapped, source);
    tell('change', detail);
    setTimeout(() => host.isConnected && tell('animationfinish', detail), get<number>('duration'));
  }

  function play(): void {
    clearInterval(timer);
    if (get('autoplay') !== true) return;
    timer = setInterval(() => {
      if (host.isConnected && host.offsetParent) go(get<number>('current') + 1, 'autoplay');
    }, get<number>('interval'));
  }

  const drag = watchDrag(element, row, {
    begin: () => clearInterval(timer),
    turn(by) {
      go(get<number>('current') + by, 'touch');
      play();
    },
  });
  const still = (): void => row.place();
  return {
    attached() {
      row.watch();
      row.place();
      play();
    },
    detached() {
      clearInterval(timer);
      row.release();
      drag.release();
    },
    current(value: number) {
      const before = shown;
      shown = value;
      row.place({ animate: before !== null && before !== value });
      // A slide that page code asks for is told too, without a source.
      if (before !== null && before !== value && !moving) tell('change', row.detailOf(value, ''));
    },
    currentItemId(id: string) {
      const index = row.items().findIndex((item) => item.dataset.itemId === id);
      if (index >= 0) go(index, '');
    },
    autoplay: play,
    interval: play,
    ...Object.fromEntries(LAID_OUT_BY.map((name) => [name, still])),
  };
}

const LAID_OUT_BY = ['vertical', 'indicatorDots', 'previousMargin', 'nextMargin', 'displayMultipleItems'];

/** The items of a swiper, laid side by side. */
interface Row {
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

function rowOf({ host, get }: Builtin): Row {
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

/** The finger moves the row, and lets it go by one item or back. */
function watchDrag(
  { host }: Builtin,
  row: Row,
  on: { begin(): void; turn(by: number): void },
): { release(): void } {
  let from: { x: number; y: number } | null = null;
  let dragged = 0;
  host.addEventListener('pointerdown', (event) => {
    from = { x: event.clientX, y: event.clientY };
    dragged = 0;
    on.begin();
  });
  const drag = (event: PointerEvent): void => {
    if (!from) return;
    dragged = row.isVertical() ? event.clientY - from.y : event.clientX - from.x;
    if (Math.abs(dragged) > SLIDE) row.place({ dragged });
  };
  const drop = (): void => {
    if (!from) return;
    from = null;
    on.turn(Math.abs(dragged) > row.step() / 4 ? -Math.sign(dragged) : 0);
  };
  addEventListener('pointermove', drag);
  addEventListener('pointerup', drop);
  addEventListener('pointercancel', drop);
  return {
    release() {
      removeEventListener('pointermove', drag);
      removeEventListener('pointerup', drop);
      removeEventListener('pointercancel', drop);
    },
  };
}
