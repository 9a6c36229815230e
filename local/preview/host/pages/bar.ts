import type { WindowConfig } from '../description';
import { make } from '../sheets/sheet';

/** The native navigation bar of one page. */
export interface Bar {
  element: HTMLElement;
  title(text: string): void;
  colours(front: string, background: string): void;
  loading(on: boolean): void;
}

/** Draws a page's navigation bar: back or home, the title, and room for the capsule. */
export function makeBar(
  config: WindowConfig,
  back: 'back' | 'home' | null,
  go: (where: 'back' | 'home') => void,
): Bar {
  const heading = make('div', 'bar-title', config.navigationBarTitleText ?? '');
  heading.setAttribute('role', 'heading');
  heading.setAttribute('aria-level', '1');
  const element = make('div', 'nav-bar', '', [heading]);
  if (back) {
    const away = make('button', `bar-${back}`) as HTMLButtonElement;
    away.setAttribute('aria-label', back === 'back' ? '返回' : '回到首页');
    away.addEventListener('click', () => go(back));
    element.prepend(away);
  }
  if (config.navigationStyle === 'custom') element.classList.add('custom');
  const bar: Bar = {
    element,
    title: (text) => void (heading.textContent = text),
    colours(front, background) {
      if (front)
        element.style.setProperty(
          '--bar-front',
          front === 'white' ? '#ffffff' : front === 'black' ? '#000000' : front,
        );
      if (background) element.style.setProperty('--bar-back', background);
      element.toggleAttribute('data-light-bar', /^(white|#f{3}(f{3})?)$/i.test(front));
    },
    loading: (on) => void element.toggleAttribute('data-loading', on),
  };
  return bar;
}
