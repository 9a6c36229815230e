import { localNow } from '../clock';
import type { Description } from '../description';
import { onChange, settings } from '../settings';
import { make } from '../sheets/sheet';
import { makeTabBar, type TabBar } from './tab-bar';

interface Phone {
  element: HTMLElement;
  screen: HTMLElement;
  layers: HTMLElement;
  tabs: TabBar | null;
}

/** Draws the phone: status bar, room for pages, capsule, tab bar, home indicator. */
export function makePhone(
  description: Description,
  tapTab: (route: string) => void,
  menu: () => void,
): Phone {
  const layers = make('div', 'layers');
  const screen = make('div', 'phone-screen', '', [layers, makeStatusBar(), makeCapsule(menu)]);
  const element = make('div', 'phone', '', [screen]);
  const { tabBar } = description.app;
  const tabs = tabBar ? makeTabBar(description, tabBar, tapTab) : null;
  if (tabs) screen.append(tabs.element);
  screen.append(make('div', 'home-indicator'));
  const look = (): void => {
    element.dataset.theme = settings.dark && description.app.darkmode === true ? 'dark' : 'light';
    element.toggleAttribute('data-elder', settings.elder);
  };
  look();
  onChange(look);
  fitWindow(element);
  return { element, screen, layers, tabs };
}

const WHOLE_HEIGHT = 868;

/** In a low window the phone is drawn smaller, whole. */
function fitWindow(phone: HTMLElement): void {
  const fit = (): void =>
    phone.style.setProperty('--zoom', String(Math.min(1, Math.max(0.4, (innerHeight - 24) / WHOLE_HEIGHT))));
  fit();
  addEventListener('resize', fit);
}

function makeStatusBar(): HTMLElement {
  const time = make('span', 'status-time');
  const tick = (): void => {
    time.textContent = new Date(localNow() + 8 * 3600_000).toISOString().slice(11, 16);
  };
  tick();
  setInterval(tick, 1000);
  const bar = make('div', 'status-bar', '', [
    time,
    make('span', 'status-signal'),
    make('span', 'status-battery'),
  ]);
  bar.setAttribute('aria-hidden', 'true');
  return bar;
}

function makeCapsule(menu: () => void): HTMLElement {
  const more = make('button', 'capsule-more') as HTMLButtonElement;
  more.setAttribute('aria-label', '更多');
  more.addEventListener('click', menu);
  const close = make('span', 'capsule-close');
  return make('div', 'capsule', '', [more, close]);
}
