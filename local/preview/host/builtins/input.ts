import type { glassEasel } from '../glass';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin } from './define';
import { becomeTextField, type TextControl } from './text-field';

const SHARED = {
  value: null,
  name: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  cursor: -1,
  selectionStart: -1,
  selectionEnd: -1,
  confirmHold: false,
  adjustPosition: true,
  holdKeyboard: false,
  cursorSpacing: null,
};

const KEYBOARDS: Record<string, string> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
  text: 'text',
  nickname: 'text',
  'safe-password': 'text',
};

/** input and textarea. */
export function defineInputs(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'input', { ...SHARED, type: 'text', password: false, confirmType: 'done' }, input);

  defineBuiltin(space, 'textarea', TEXTAREA_PROPERTIES, textarea);
}

function input(element: Builtin): Reactions {
  const control = document.createElement('input');
  const reactions = becomeTextField(element, control);
  const kind = (): void => {
    control.type =
      element.get('password') === true || element.get('type') === 'safe-password' ? 'password' : 'text';
    control.inputMode = KEYBOARDS[element.get<string>('type')] ?? 'text';
  };
  confirmByEnter(element, control, () => true);
  return {
    ...reactions,
    type: kind,
    password: kind,
    confirmType: (value: string) => void (control.enterKeyHint = value === 'return' ? 'enter' : value),
  };
}

const TEXTAREA_PROPERTIES: Properties = {
  ...SHARED,
  autoHeight: false,
  fixed: false,
  showConfirmBar: true,
  disableDefaultPadding: false,
  confirmType: 'return',
};

function textarea(element: Builtin): Reactions {
  const control = document.createElement('textarea');
  control.rows = 1;
  const reactions = becomeTextField(element, control);
  let lines = 0;
  const grow = (): void => {
    const auto = element.get('autoHeight') === true;
    element.host.classList.toggle('auto-height', auto);
    control.style.height = auto ? '0' : '';
    if (auto) control.style.height = `${control.scrollHeight}px`;
    const height = control.scrollHeight;
    const lineHeight = Number.parseFloat(getComputedStyle(control).lineHeight) || 20;
    const now = Math.max(1, Math.round(height / lineHeight));
    if (now !== lines && lines !== 0) element.tell('linechange', { height, heightRpx: 0, lineCount: now });
    lines = now;
  };
  control.addEventListener('input', grow);
  // Text that was set before the element had room on the page is measured once it has.
  let width = 0;
  new ResizeObserver(() => {
    if (control.clientWidth === width) return;
    width = control.clientWidth;
    grow();
  }).observe(element.host);
  confirmByEnter(element, control, () => element.get('confirmType') !== 'return');
  return {
    ...reactions,
    autoHeight: grow,
    value(value: never) {
      reactions.value?.(value);
      grow();
    },
  };
}

/** Enter confirms; a keyboard-wedge scanner ends every code with it. */
function confirmByEnter({ get, tell }: Builtin, control: TextControl, confirms: () => boolean): void {
  control.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing || !confirms())
      return;
    event.preventDefault();
    tell('confirm', { value: control.value });
    if (get('confirmHold') !== true) control.blur();
  });
}
