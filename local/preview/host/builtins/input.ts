import type { glassEasel } from '../glass';
import { rewriteUnits } from '../../units';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin } from './define';
import { becomeField } from './forms';

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
  const reactions = editing(element, control);
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
  const reactions = editing(element, control);
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
function confirmByEnter(
  { get, tell }: Builtin,
  control: HTMLInputElement | HTMLTextAreaElement,
  confirms: () => boolean,
): void {
  control.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing || !confirms())
      return;
    event.preventDefault();
    tell('confirm', { value: control.value });
    if (get('confirmHold') !== true) control.blur();
  });
}

function editing(element: Builtin, control: HTMLInputElement | HTMLTextAreaElement): Reactions {
  const { host, get, put, tell } = element;
  const placeholder = document.createElement('div');
  placeholder.className = 'placeholder';
  placeholder.setAttribute('aria-hidden', 'true');
  control.className = 'control';
  control.autocomplete = 'off';
  host.append(placeholder, control);
  host.addEventListener('mousedown', (event) => {
    if (event.target === control) return;
    event.preventDefault();
    control.focus();
  });

  const showPlaceholder = (): void => {
    placeholder.textContent = get<string>('placeholder');
    control.setAttribute('placeholder', get<string>('placeholder'));
    placeholder.hidden = control.value !== '';
    placeholder.className = ['placeholder', ...element.classes(get<string>('placeholderClass') ?? '')].join(
      ' ',
    );
    placeholder.setAttribute('style', rewriteUnits(get<string>('placeholderStyle') ?? ''));
  };
  const shorten = (): void => {
    const limit = get<number>('maxlength');
    if (limit >= 0 && control.value.length > limit) control.value = control.value.slice(0, limit);
  };

  let composing = false;
  let code = 0;
  control.addEventListener('compositionstart', () => (composing = true));
  control.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  control.addEventListener('keydown', (event) => (code = (event as KeyboardEvent).keyCode));
  control.addEventListener('input', (event) => {
    event.stopPropagation();
    showPlaceholder();
    if (!composing) typed();
  });

  function typed(): void {
    shorten();
    const value = control.value;
    put('value', value);
    const replaced = tell('input', { value, cursor: control.selectionStart ?? value.length, keyCode: code });
    const text =
      typeof replaced === 'string' ? replaced : (replaced as { value?: unknown } | undefined)?.value;
    if (typeof text === 'string' && text !== value) {
      put('value', text);
      control.value = text;
    }
    showPlaceholder();
  }

  control.addEventListener('focus', () => tell('focus', { value: control.value, height: 0 }));
  control.addEventListener('blur', () => {
    put('focus', false);
    tell('blur', { value: control.value, cursor: control.selectionStart ?? 0 });
    tell('change', { value: control.value });
  });

  const focus = (wanted: boolean): void => {
    // A setData during the slide to a new page must not scroll the phone.
    if (wanted) setTimeout(() => control.focus({ preventScroll: true }), 0);
    else if (document.activeElement === control) control.blur();
  };
  const select = (): void => {
    const [from, to, cursor] = [
      get<number>('selectionStart'),
      get<number>('selectionEnd'),
      get<number>('cursor'),
    ];
    if (from >= 0 && to >= 0) control.setSelectionRange(from, to);
    else if (cursor >= 0 && document.activeElement === control) control.setSelectionRange(cursor, cursor);
  };

  becomeField(host, {
    name: () => get('name'),
    value: () => control.value,
    reset() {
      control.value = '';
      put('value', '');
      showPlaceholder();
    },
  });

  return {
    value(value: unknown) {
      const text = value === null || value === undefined ? '' : String(value);
      if (control.value !== text) control.value = text;
      shorten();
      showPlaceholder();
    },
    placeholder: showPlaceholder,
    placeholderClass: showPlaceholder,
    placeholderStyle: showPlaceholder,
    disabled: (disabled: boolean) => void (control.disabled = disabled),
    focus,
    autoFocus: (wanted: boolean) => wanted && focus(true),
    cursor: select,
    selectionStart: select,
    selectionEnd: select,
    ariaLabel: (label: string) =>
      label ? control.setAttribute('aria-label', label) : control.removeAttribute('aria-label'),
  };
}
