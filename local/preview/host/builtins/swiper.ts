import type { glassEasel } from '../glass';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin } from './define';
import { rowOf, type Row } from './swiper-row';

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

const LAID_OUT_BY = ['vertical', 'indicatorDots', 'previousMargin', 'nextMargin', 'displayMultipleItems'];

/** A swiper on the page, between one slide and the next. */
interface Slides {
  element: Builtin;
  row: Row;
  /** Runs while it plays by itself. */
  timer?: ReturnType<typeof setInterval>;
  /** The item that the row was last laid out for; null until it is on the page. */
  shown: number | null;
  /** Its own change of `current` is under way. */
  moving: boolean;
}

function swiper(element: Builtin): Reactions {
  const slides: Slides = { element, row: rowOf(element), shown: null, moving: false };
  const { row } = slides;
  const drag = watchDrag(element, row, {
    begin: () => clearInterval(slides.timer),
    turn(by) {
      go(slides, element.get<number>('current') + by, 'touch');
      play(slides);
    },
  });
  const still = (): void => row.place();
  return {
    attached() {
      row.watch();
      row.place();
      play(slides);
    },
    detached() {
      clearInterval(slides.timer);
      row.release();
      drag.release();
    },
    current: (value: number) => follow(slides, value),
    currentItemId(id: string) {
      const index = row.items().findIndex((item) => item.dataset.itemId === id);
      if (index >= 0) go(slides, index, '');
    },
    autoplay: () => play(slides),
    interval: () => play(slides),
    ...Object.fromEntries(LAID_OUT_BY.map((name) => [name, still])),
  };
}

function go(slides: Slides, to: number, source: 'autoplay' | 'touch' | ''): void {
  const { row } = slides;
  const { host, get, put, tell } = slides.element;
  const count = row.items().length;
  if (count === 0) return;
  const wrapped = get('circular') === true ? (to + count) % count : Math.min(count - 1, Math.max(0, to));
  const changed = wrapped !== get<number>('current');
  slides.moving = true;
  if (changed) put('current', wrapped);
  slides.moving = false;
  row.place({ animate: true });
  if (!changed) return;
  const detail = row.detailOf(wrapped, source);
  tell('change', detail);
  setTimeout(() => host.isConnected && tell('animationfinish', detail), get<number>('duration'));
}

function play(slides: Slides): void {
  const { host, get } = slides.element;
  clearInterval(slides.timer);
  if (get('autoplay') !== true) return;
  slides.timer = setInterval(() => {
    if (host.isConnected && host.offsetParent) go(slides, get<number>('current') + 1, 'autoplay');
  }, get<number>('interval'));
}

/** `current` was set: by the swiper itself, or by page code, whose slide is told too, without a source. */
function follow(slides: Slides, current: number): void {
  const { element, row, shown, moving } = slides;
  slides.shown = current;
  const isOther = shown !== null && shown !== current;
  row.place({ animate: isOther });
  if (isOther && !moving) element.tell('change', row.detailOf(current, ''));
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
