import { make } from '../sheets/sheet';

export interface Pull {
  start(): void;
  stop(): void;
}

const FAR_ENOUGH = 60;

/** Pull-down refresh of a page, with a finger or a mouse. */
export function watchPull(
  area: HTMLElement,
  scroll: HTMLElement,
  enabled: () => boolean,
  refresh: () => void,
): Pull {
  const dots = make('div', 'pull-dots', '', [make('i', ''), make('i', ''), make('i', '')]);
  let from: number | null = null;
  let pulled = 0;
  let running = false;

  const show = (distance: number): void => {
    if (!dots.isConnected) area.prepend(dots);
    scroll.style.transform = distance ? `translateY(${distance}px)` : '';
    dots.style.height = `${distance}px`;
    if (!distance) dots.remove();
  };
  const pull: Pull = {
    start() {
      if (running) return;
      running = true;
      show(FAR_ENOUGH);
      refresh();
    },
    stop() {
      running = false;
      show(0);
    },
  };
  const begin = (y: number): void => {
    from = enabled() && !running && scroll.scrollTop <= 0 && scroll.style.overflow !== 'hidden' ? y : null;
    pulled = 0;
  };
  const move = (y: number, event: Event): void => {
    if (from === null) return;
    if (scroll.scrollTop > 0) return void (from = null);
    pulled = Math.max(0, (y - from) / 2);
    if (pulled > 4) {
      if (event.cancelable) event.preventDefault();
      show(Math.min(pulled, 120));
    }
  };
  const end = (): void => {
    if (from === null) return;
    from = null;
    if (pulled >= FAR_ENOUGH) pull.start();
    else if (pulled > 0) show(0);
  };
  scroll.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY ?? 0), { passive: true });
  scroll.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY ?? 0, event), {
    passive: false,
  });
  scroll.addEventListener('touchend', end);
  scroll.addEventListener('mousedown', (event) => event.button === 0 && begin(event.clientY));
  addEventListener('mousemove', (event) => move(event.clientY, event));
  addEventListener('mouseup', end);
  return pull;
}
