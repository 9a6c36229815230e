import { addressOf } from '../builtins/assets';
import type { Description, TabBarConfig, TabItem } from '../description';
import { onChange } from '../settings';
import { make } from '../sheets/sheet';
import { themed } from '../theme';

export interface TabBar {
  element: HTMLElement;
  select(route: string): void;
  badge(index: number, text: string | null): void;
  dot(index: number, on: boolean): void;
  item(index: number, change: Partial<TabItem>): void;
  style(change: Look): void;
  visible(on: boolean): void;
}

type Look = Omit<Partial<TabBarConfig>, 'list'>;

/** One tab as it stands on the screen. */
interface Tab {
  item: TabItem;
  button: HTMLElement;
  icon: HTMLImageElement;
  text: HTMLElement;
  mark: HTMLElement;
}

/** Draws the tab bar and answers for what page code and the theme do with it. */
export function makeTabBar(
  description: Description,
  config: TabBarConfig,
  tap: (route: string) => void,
): TabBar {
  const element = make('div', 'tab-bar');
  element.setAttribute('role', 'tablist');
  const tabs = themed(config, description).list.map((item) => makeTab({ ...item }, tap));
  element.append(...tabs.map(({ button }) => button));
  let selected = '';
  const draw = (): void => {
    for (const tab of tabs) drawTab(tab, themed(tab.item, description), tab.item.pagePath === selected);
  };
  paint(element, themed(config, description));
  onChange((changed) => {
    if (changed !== 'dark') return;
    paint(element, themed(config, description));
    draw();
  });
  return {
    element,
    select(route) {
      selected = route;
      draw();
    },
    badge: (index, text) => markTab(tabs[index], text ?? '', text === null ? '' : 'with-text'),
    dot: (index, on) => markTab(tabs[index], '', on ? 'with-dot' : ''),
    item(index, change) {
      Object.assign(tabs[index]?.item ?? {}, change);
      draw();
    },
    style: (change) => paint(element, change),
    visible: (on) => void element.toggleAttribute('hidden', !on),
  };
}

function makeTab(item: TabItem, tap: (route: string) => void): Tab {
  const icon = make('img', 'tab-icon') as HTMLImageElement;
  icon.alt = '';
  const mark = make('span', 'tab-badge');
  const text = make('span', 'tab-text', item.text);
  const button = make('button', 'tab', '', [make('span', 'tab-picture', '', [icon, mark]), text]);
  button.setAttribute('role', 'tab');
  button.addEventListener('click', () => tap(item.pagePath));
  return { item, button, icon, text, mark };
}

function drawTab({ button, icon, text }: Tab, item: TabItem, on: boolean): void {
  button.setAttribute('aria-selected', String(on));
  const path = on ? (item.selectedIconPath ?? item.iconPath) : item.iconPath;
  icon.hidden = !path;
  const address = path ? addressOf(`/${path.replace(/^\//, '')}`) : '';
  if (address && icon.getAttribute('src') !== address) icon.src = address;
  text.textContent = item.text;
}

function markTab(tab: Tab | undefined, text: string, look: string): void {
  if (!tab) return;
  tab.mark.textContent = text;
  tab.mark.className = `tab-badge ${look}`.trim();
}

const VARIABLES = {
  color: '--tab-front',
  selectedColor: '--tab-selected',
  backgroundColor: '--tab-back',
} as const;

function paint(bar: HTMLElement, look: Look): void {
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const value = look[name as keyof typeof VARIABLES];
    if (value) bar.style.setProperty(variable, value);
  }
  if (look.borderStyle) bar.dataset.border = look.borderStyle;
}
