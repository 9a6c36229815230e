import { identities } from '../identities';
import type { Navigation } from '../pages/navigation';
import { pages, urlOf } from '../pages/open-pages';
import type { Description } from '../description';
import { bare, change, newVisitor, onChange, settings, type Network } from '../settings';
import { textOf, warn } from '../complaints';
import { button, make } from '../sheets/sheet';
import { clockSection } from './clock-section';
import { callList, messageList } from './lists';
import { folding, section } from './section';

/**
 * The board beside the phone: who you are, what time it is, how good the network is, and what happens
 * underneath.
 */
export function openPanel(description: Description, navigation: Navigation): void {
  if (bare) return;
  const lists = [callList(), messageList()];
  const panel = make('aside', 'panel', '', [
    make('header', 'panel-head', '', [
      make('h1', '', '书香'),
      make('p', '', '本地预览 · 真实的小程序，真实的云函数'),
    ]),
    identitySection(),
    clockSection(() => reopen(navigation)),
    section('网络', networkSwitch()),
    folding('显示', displaySwitches()),
    folding('页面', pageJump(description, navigation)),
    folding('数据', dataReset()),
    tabbed(lists),
  ]);
  panel.setAttribute('aria-label', '预览设置');
  document.getElementById('preview')?.append(panel);
}

/** Opens the page on top afresh, as if the phone had been put away until now. */
function reopen(navigation: Navigation): void {
  navigation.launch(urlOf(pages.top()));
}

function identitySection(): HTMLElement {
  const select = make('select', '') as HTMLSelectElement;
  select.setAttribute('aria-label', '身份');
  select.append(option('new', '新访客（每次都是陌生人）'));
  for (const { key, label } of identities) select.append(option(key, label));
  select.value = identities.some(({ key }) => key === settings.identity.key) ? settings.identity.key : 'new';
  select.addEventListener('change', () => {
    change('identity', identities.find(({ key }) => key === select.value) ?? newVisitor());
  });
  const note = make('p', 'panel-note', settings.identity.note ?? '没有读者证，也没有来过。');
  const openid = make('code', 'panel-openid', settings.identity.openid);
  return section('身份', make('div', '', '', [select, note, openid]));
}

function networkSwitch(): HTMLElement {
  const modes: [Network, string, string][] = [
    ['fast', '畅通', '立即应答'],
    ['slow', '很慢', '每次多等 2.5 秒'],
    ['offline', '断网', '请求发不出去'],
    ['lost', '丢失应答', '下一次请求会执行，但应答丢在路上'],
  ];
  const buttons = modes.map(([mode, label, hint]) => {
    const one = button('', label, () => change('network', mode));
    one.title = hint;
    one.dataset.mode = mode;
    return one;
  });
  const says = make('p', 'panel-note');
  says.setAttribute('aria-live', 'polite');
  const show = (): void => {
    buttons.forEach((one) => one.setAttribute('aria-pressed', String(one.dataset.mode === settings.network)));
    says.textContent = `${modes.find(([mode]) => mode === settings.network)?.[2] ?? ''}。`;
  };
  show();
  onChange(show);
  return make('div', '', '', [make('div', 'panel-segments', '', buttons), says]);
}

/** The library as it was at the first start, and a phone that knows nothing. */
function dataReset(): HTMLElement {
  const said = make('p', 'panel-note', '读者、借还和记录都回到最初的样子，时间也拨回现在。');
  said.setAttribute('aria-live', 'polite');
  const reset = async (): Promise<void> => {
    if (!confirm('把示例图书馆恢复到最初？现在的改动都会丢掉。')) return;
    said.textContent = '正在恢复…';
    try {
      const response = await fetch('/dev/reset', { method: 'POST' });
      if (!response.ok) throw new Error(`HTTP ${response.status} ${await response.text()}`);
      localStorage.clear();
      location.reload();
    } catch (thrown) {
      said.textContent = `没有恢复：${textOf(thrown)}`;
      warn(`reset: ${textOf(thrown)}`);
    }
  };
  return make('div', '', '', [button('', '恢复示例数据', () => void reset()), said]);
}

function displaySwitches(): HTMLElement {
  const language = make('select', '') as HTMLSelectElement;
  language.setAttribute('aria-label', '语言');
  for (const [code, label] of [
    ['zh_CN', '简体中文'],
    ['zh_TW', '繁體中文'],
    ['en', 'English'],
  ]) {
    language.append(option(code as string, label as string));
  }
  language.value = settings.language;
  language.addEventListener('change', () => change('language', language.value));
  return make('div', 'panel-switches', '', [
    toggle('长辈模式', settings.elder, (on) => change('elder', on)),
    toggle('深色', settings.dark, (on) => change('dark', on)),
    language,
  ]);
}

function toggle(label: string, on: boolean, act: (on: boolean) => void): HTMLElement {
  const box = make('input', '') as HTMLInputElement;
  box.type = 'checkbox';
  box.checked = on;
  box.addEventListener('change', () => act(box.checked));
  return make('label', 'panel-toggle', '', [box, make('span', '', label)]);
}

function pageJump(description: Description, navigation: Navigation): HTMLElement {
  const path = make('input', '') as HTMLInputElement;
  path.setAttribute('list', 'panel-pages');
  path.placeholder = description.pages[0] ?? '';
  path.setAttribute('aria-label', '页面路径');
  const list = make('datalist', '');
  list.id = 'panel-pages';
  list.append(...description.pages.map((page) => option(page, '')));
  const go = (): void => {
    const wanted = (path.value || path.placeholder).replace(/^\/*/, '/');
    try {
      navigation.launch(wanted);
      path.setCustomValidity('');
    } catch (thrown) {
      path.setCustomValidity(thrown instanceof Error ? thrown.message : String(thrown));
      path.reportValidity();
    }
  };
  path.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') go();
  });
  navigation.onMove(() => {
    path.value = '';
    path.placeholder = document.querySelector<HTMLElement>('.layer.on-top')?.dataset.page ?? '';
  });
  return make('div', 'panel-line', '', [
    path,
    list,
    button('', '打开', go),
    button('', '重启', () => location.reload()),
  ]);
}

function tabbed(lists: { title: string; element: HTMLElement }[]): HTMLElement {
  const tabs = lists.map(({ title, element }) => {
    const tab = button('', title, () => show(element));
    tab.setAttribute('role', 'tab');
    return { tab, element };
  });
  const show = (wanted: HTMLElement): void => {
    for (const { tab, element } of tabs) {
      tab.setAttribute('aria-selected', String(element === wanted));
      element.hidden = element !== wanted;
    }
  };
  if (lists[0]) show(lists[0].element);
  return make('section', 'panel-section panel-log', '', [
    make(
      'div',
      'panel-tabs',
      '',
      tabs.map(({ tab }) => tab),
    ),
    ...lists.map(({ element }) => element),
  ]);
}

function option(value: string, label: string): HTMLOptionElement {
  const one = make('option', '', label) as HTMLOptionElement;
  one.value = value;
  return one;
}
