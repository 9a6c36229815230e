import { localNow } from './clock';
import type { Description, TabItem } from './description';
import { addressOf } from './builtins/assets';
import { onChange, settings } from './settings';
import { make } from './sheets/sheet';
import { themed } from './theme';

interface Phone {
  element: HTMLElement;
  screen: HTMLElement;
  layers: HTMLElement;
  tabs: TabBar | null;
}

export interface TabBar {
  element: HTMLElement;
  select(route: string): void;
  badge(index: number, text: string | null): void;
  dot(index: number, on: boolean): void;
  item(index: number, change: Partial<TabItem>): void;
  style(change: {
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    borderStyle?: string;
  }): void;
  visible(on: boolean): void;
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
  const tabs = description.app.tabBar ? makeTabBar(description, tapTab) : null;
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

/** Status bar and capsule follow the colour of the page's bar. */
export function capsule(layers: HTMLElement, light: boolean): void {
  layers.parentElement?.toggleAttribute('data-light-bar', light);
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

function makeTabBar(description: Description, tap: (route: string) => void): TabBar {
  const config = themed(description.app.tabBar as NonNullable<typeof description.app.tabBar>, description);
  const items = config.list.map((item) => ({ ...item }));
  const element = make('div', 'tab-bar');
  element.setAttribute('role', 'tablist');
  let selected = '';
  const buttons = items.map((item, index) => {
    const icon = make('img', 'tab-icon') as HTMLImageElement;
    icon.alt = '';
    const mark = make('span', 'tab-badge');
    const button = make('button', 'tab', '', [
      make('span', 'tab-picture', '', [icon, mark]),
      make('span', 'tab-text', item.text),
    ]);
    button.setAttribute('role', 'tab');
    button.addEventListener('click', () => tap(items[index]?.pagePath ?? ''));
    element.append(button);
    return { button, icon, mark };
  });

  function draw(): void {
    items.forEach((raw, index) => {
      const item = themed(raw, description);
      const { button, icon } = buttons[index] as (typeof buttons)[number];
      const on = item.pagePath === selected;
      button.setAttribute('aria-selected', String(on));
      const path = on ? (item.selectedIconPath ?? item.iconPath) : item.iconPath;
      icon.hidden = !path;
      const address = path ? addressOf(`/${path.replace(/^\//, '')}`) : '';
      if (address && icon.getAttribute('src') !== address) icon.src = address;
      (button.querySelector('.tab-text') as HTMLElement).textContent = item.text;
    });
  }

  const paint = (change: Parameters<TabBar['style']>[0]): void => {
    const names = {
      color: '--tab-front',
      selectedColor: '--tab-selected',
      backgroundColor: '--tab-back',
    } as const;
    for (const [name, variable] of Object.entries(names)) {
      const value = change[name as keyof typeof names];
      if (value) element.style.setProperty(variable, value);
    }
    if (change.borderStyle) element.dataset.border = change.borderStyle;
  };
  paint(config);
  onChange((changed) => {
    if (changed !== 'dark') return;
    paint(themed(description.app.tabBar as NonNullable<typeof description.app.tabBar>, description));
    draw();
  });

  return {
    element,
    select(route) {
      selected = route;
      draw();
    },
    badge(index, text) {
      const mark = buttons[index]?.mark;
      if (!mark) return;
      mark.textContent = text ?? '';
      mark.className = text === null ? 'tab-badge' : 'tab-badge with-text';
    },
    dot(index, on) {
      const mark = buttons[index]?.mark;
      if (!mark) return;
      mark.textContent = '';
      mark.className = on ? 'tab-badge with-dot' : 'tab-badge';
    },
    item(index, change) {
      Object.assign(items[index] ?? {}, change);
      draw();
    },
    style: paint,
    visible: (on) => void element.toggleAttribute('hidden', !on),
  };
}
