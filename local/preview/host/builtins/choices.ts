import type { glassEasel } from '../glass';
import type { Builtin, Reactions } from './define';
import { defineBuiltin } from './define';
import { becomeField } from './forms';

/** A control that its group, a label or a form reaches through the document. */
interface Choice {
  value(): unknown;
  checked(): boolean;
  set(on: boolean): void;
}

const choices = new WeakMap<Element, Choice>();
const groupActs = new WeakMap<Element, (from: Element) => void>();

/** checkbox, radio, their groups, switch and label. */
export function defineChoices(space: glassEasel.ComponentSpace): void {
  for (const kind of ['checkbox', 'radio'] as const) {
    defineBuiltin(space, kind, { value: '', checked: false, disabled: false, color: '' }, (element) => {
      const mark = document.createElement('span');
      mark.className = 'mark';
      element.host.prepend(mark);
      element.host.setAttribute('role', kind);
      const { show, set } = asChoice(element, 'value');
      pressable(element, () => {
        if (kind === 'radio' && element.get('checked') === true) return;
        set(element.get('checked') !== true);
        groupActs.get(element.host.closest(`wx-${kind}-group`) as Element)?.(element.host);
      });
      return { checked: show, disabled: show, color: show };
    });

    defineBuiltin(space, `${kind}-group`, { name: '' }, (element) => {
      const members = (): [Element, Choice][] =>
        [...element.host.querySelectorAll(`wx-${kind}`)].map((host) => [host, choices.get(host) as Choice]);
      const value = (): unknown => {
        const on = members()
          .filter(([, choice]) => choice.checked())
          .map(([, choice]) => choice.value());
        return kind === 'radio' ? (on[0] ?? '') : on;
      };
      groupActs.set(element.host, (from) => {
        if (kind === 'radio')
          for (const [host, choice] of members()) if (host !== from && choice.checked()) choice.set(false);
        element.tell('change', { value: value() });
      });
      if (kind === 'radio') element.host.setAttribute('role', 'radiogroup');
      becomeField(element.host, {
        name: () => element.get('name'),
        value,
        reset: () => members().forEach(([, choice]) => choice.set(false)),
      });
    });
  }

  defineBuiltin(
    space,
    'switch',
    { checked: false, disabled: false, type: 'switch', color: '#04BE02', name: '' },
    toggle,
  );

  defineBuiltin(space, 'label', { for: '' }, label);
}

function toggle(element: Builtin): Reactions {
  const knob = document.createElement('span');
  knob.className = 'knob';
  element.host.append(knob);
  element.host.setAttribute('role', 'switch');
  const { show, set } = asChoice(element, 'checked');
  pressable(element, () => {
    set(element.get('checked') !== true);
    element.tell('change', { value: element.get('checked') });
  });
  becomeField(element.host, {
    name: () => element.get('name'),
    value: () => element.get('checked'),
    reset: () => set(false),
  });
  return { checked: show, disabled: show, color: show };
}

function label({ host, get }: Builtin): void {
  host.addEventListener('click', (event) => {
    const named = get<string>('for');
    const controls = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea';
    const target = named
      ? host.closest('.page-area')?.querySelector(`[id="${CSS.escape(named)}"]`)
      : host.querySelector(controls);
    if (!(target instanceof HTMLElement) || target.contains(event.target as Node)) return;
    const inner = target.querySelector<HTMLElement>('input, textarea');
    if (inner) inner.focus();
    else target.click();
  });
}

/** Makes an element a choice whose value is one of its properties. */
function asChoice(element: Builtin, valueOf: 'value' | 'checked'): { show(): void; set(on: boolean): void } {
  const show = showing(element);
  const set = (on: boolean): void => {
    element.put('checked', on);
    show();
  };
  choices.set(element.host, {
    value: () => element.get(valueOf),
    checked: () => element.get('checked') === true,
    set,
  });
  return { show, set };
}

function showing({ host, get }: Builtin): () => void {
  return () => {
    const on = get('checked') === true;
    host.toggleAttribute('data-checked', on);
    host.toggleAttribute('data-disabled', get('disabled') === true);
    host.setAttribute('aria-checked', String(on));
    host.setAttribute('aria-disabled', String(get('disabled') === true));
    if (get('color')) host.style.setProperty('--choice', get('color'));
  };
}

function pressable({ host, get }: Builtin, act: () => void): void {
  host.tabIndex = 0;
  host.addEventListener('click', () => {
    if (get('disabled') !== true) act();
  });
  host.addEventListener('keydown', (event) => {
    if (event.key === ' ' || event.key === 'Enter') host.click();
  });
}
