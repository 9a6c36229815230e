import type { glassEasel } from '../glass';
import { defineBuiltin, pixels } from './define';

const SLIDE = 10;

/** swiper and swiper-item: items lie in a row and the row is moved. */
export function defineSwiper(space: glassEasel.ComponentSpace): void {
  defineBuiltin(
    space,
    'swiper',
    {
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
    },
    (element) => {
      const { host, get, put, tell } = element;
      const dots = document.createElement('div');
      dots.className = 'dots';
      let timer: ReturnType<typeof setInterval> | undefined;
      let dragged = 0;
      let shown: number | null = null;
      let moving = false;

      const items = (): HTMLElement[] =>
        [...host.querySelectorAll<HTMLElement>('wx-swiper-item')].filter(
          (item) => item.closest('wx-swiper') === host,
        );
      const vertical = (): boolean => get('vertical') === true;
      const step = (): number => {
        const margins = pixels(get('previousMargin'), host) + pixels(get('nextMargin'), host);
        const size = (vertical() ? host.clientHeight : host.clientWidth) - margins;
        return size / Math.max(1, get<number>('displayMultipleItems'));
      };

      function place(animate: boolean): void {
        const list = items();
        const size = step();
        const start = pixels(get('previousMargin'), host);
        const current = get<number>('current');
        list.forEach((item, index) => {
          let offset = index - current;
          // In a ring the neighbour on each side is always the nearer copy.
          if (get('circular') === true && list.length > 2) {
            if (offset > list.length / 2) offset -= list.length;
            if (offset < -list.length / 2) offset += list.length;
          }
          const at = start + offset * size + dragged;
          item.style.transition = animate ? `transform ${get<number>('duration')}ms ease` : 'none';
          item.style.transform = vertical() ? `translateY(${at}px)` : `translateX(${at}px)`;
          item.style[vertical() ? 'height' : 'width'] = `${size}px`;
          item.toggleAttribute('data-current', index === current);
        });
        drawDots(list.length, current);
      }

      function drawDots(count: number, current: number): void {
        if (get('indicatorDots') !== true) return void dots.remove();
        if (!dots.isConnected) host.append(dots);
        dots.replaceChildren(
          ...Array.from({ length: count }, (_one, index) => {
            const dot = document.createElement('i');
            dot.style.background = get<string>(index === current ? 'indicatorActiveColor' : 'indicatorColor');
            return dot;
          }),
        );
      }

      function go(to: number, source: 'autoplay' | 'touch' | ''): void {
        const count = items().length;
        if (count === 0) return;
        const wrapped =
          get('circular') === true ? (to + count) % count : Math.min(count - 1, Math.max(0, to));
        const changed = wrapped !== get<number>('current');
        moving = true;
        if (changed) put('current', wrapped);
        moving = false;
        dragged = 0;
        place(true);
        if (!changed) return;
        const detail = detailOf(wrapped, source);
        tell('change', detail);
        setTimeout(() => host.isConnected && tell('animationfinish', detail), get<number>('duration'));
      }

      const detailOf = (current: number, source: string): object => ({
        current,
        currentItemId: items()[current]?.dataset.itemId ?? '',
        source,
      });

      function play(): void {
        clearInterval(timer);
        if (get('autoplay') !== true) return;
        timer = setInterval(() => {
          if (host.isConnected && host.offsetParent) go(get<number>('current') + 1, 'autoplay');
        }, get<number>('interval'));
      }

      let from: { x: number; y: number } | null = null;
      host.addEventListener('pointerdown', (event) => {
        from = { x: event.clientX, y: event.clientY };
        clearInterval(timer);
      });
      const drag = (event: PointerEvent): void => {
        if (!from) return;
        dragged = vertical() ? event.clientY - from.y : event.clientX - from.x;
        if (Math.abs(dragged) > SLIDE) place(false);
      };
      const drop = (): void => {
        if (!from) return;
        from = null;
        const turn = Math.abs(dragged) > step() / 4 ? -Math.sign(dragged) : 0;
        go(get<number>('current') + turn, 'touch');
        play();
      };
      addEventListener('pointermove', drag);
      addEventListener('pointerup', drop);
      addEventListener('pointercancel', drop);

      const watch = new MutationObserver((changes) => {
        if (changes.some(({ target }) => target !== dots && !dots.contains(target))) place(false);
      });
      const resized = new ResizeObserver(() => place(false));
      const still = (): void => place(false);
      return {
        attached() {
          watch.observe(host, { childList: true });
          resized.observe(host);
          place(false);
          play();
        },
        detached() {
          clearInterval(timer);
          watch.disconnect();
          resized.disconnect();
          removeEventListener('pointermove', drag);
          removeEventListener('pointerup', drop);
          removeEventListener('pointercancel', drop);
        },
        current(value: number) {
          const before = shown;
          shown = value;
          place(before !== null && before !== value);
          // A slide that page code asks for is told too, without a source.
          if (before !== null && before !== value && !moving) tell('change', detailOf(value, ''));
        },
        currentItemId(id: string) {
          const index = items().findIndex((item) => item.dataset.itemId === id);
          if (index >= 0) go(index, '');
        },
        autoplay: play,
        interval: play,
        vertical: still,
        indicatorDots: still,
        previousMargin: still,
        nextMargin: still,
        displayMultipleItems: still,
      };
    },
  );

  defineBuiltin(space, 'swiper-item', { itemId: '', skipHiddenItemLayout: false }, ({ host }) => ({
    itemId: (id: string) => void (host.dataset.itemId = id),
  }));
}
