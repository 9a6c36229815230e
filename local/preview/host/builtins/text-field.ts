import { rewriteUnits } from '../../units';
import type { Builtin, Reactions } from './define';
import { becomeField } from './forms';

export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** What input and textarea have in common: the browser's control, and a placeholder that takes styles. */
interface TextField {
  element: Builtin;
  control: TextControl;
  placeholder: HTMLElement;
}

/** Makes the element a field that is typed into, and answers for its properties. */
export function becomeTextField(element: Builtin, control: TextControl): Reactions {
  const field = layOut(element, control);
  const placeholder = (): void => showPlaceholder(field);
  const select = (): void => showSelection(field);
  watchTyping(field);
  watchFocus(field);
  becomeField(element.host, {
    name: () => element.get('name'),
    value: () => control.value,
    reset() {
      control.value = '';
      element.put('value', '');
      showPlaceholder(field);
    },
  });
  return {
    value: (value: unknown) => showValue(field, value),
    placeholder,
    placeholderClass: placeholder,
    placeholderStyle: placeholder,
    disabled: (disabled: boolean) => void (control.disabled = disabled),
    focus: (wanted: boolean) => focus(control, wanted),
    autoFocus: (wanted: boolean) => wanted && focus(control, true),
    cursor: select,
    selectionStart: select,
    selectionEnd: select,
    ariaLabel: (label: string) =>
      label ? control.setAttribute('aria-label', label) : control.removeAttribute('aria-label'),
  };
}

function layOut(element: Builtin, control: TextControl): TextField {
  const placeholder = document.createElement('div');
  placeholder.className = 'placeholder';
  placeholder.setAttribute('aria-hidden', 'true');
  control.className = 'control';
  control.autocomplete = 'off';
  element.host.append(placeholder, control);
  element.host.addEventListener('mousedown', (event) => {
    if (event.target === control) return;
    event.preventDefault();
    control.focus();
  });
  return { element, control, placeholder };
}

function showPlaceholder({ element, control, placeholder }: TextField): void {
  const text = element.get<string>('placeholder');
  const looks = element.classes(element.get<string>('placeholderClass') ?? '');
  placeholder.textContent = text;
  control.setAttribute('placeholder', text);
  placeholder.hidden = control.value !== '';
  placeholder.className = ['placeholder', ...looks].join(' ');
  placeholder.setAttribute('style', rewriteUnits(element.get<string>('placeholderStyle') ?? ''));
}

function showValue(field: TextField, value: unknown): void {
  const text = value === null || value === undefined ? '' : String(value);
  if (field.control.value !== text) field.control.value = text;
  shorten(field);
  showPlaceholder(field);
}

function shorten({ element, control }: TextField): void {
  const limit = element.get<number>('maxlength');
  if (limit >= 0 && control.value.length > limit) control.value = control.value.slice(0, limit);
}

function showSelection({ element: { get }, control }: TextField): void {
  const [from, to] = [get<number>('selectionStart'), get<number>('selectionEnd')];
  const cursor = get<number>('cursor');
  if (from >= 0 && to >= 0) control.setSelectionRange(from, to);
  else if (cursor >= 0 && document.activeElement === control) control.setSelectionRange(cursor, cursor);
}

/** Letters count once an input method has made them. */
function watchTyping(field: TextField): void {
  const { control } = field;
  let composing = false;
  let code = 0;
  control.addEventListener('compositionstart', () => (composing = true));
  control.addEventListener('compositionend', () => {
    composing = false;
    tellTyped(field, code);
  });
  control.addEventListener('keydown', (event) => (code = (event as KeyboardEvent).keyCode));
  control.addEventListener('input', (event) => {
    event.stopPropagation();
    showPlaceholder(field);
    if (!composing) tellTyped(field, code);
  });
}

/** A handler's answer takes the place of what was typed. */
function tellTyped(field: TextField, keyCode: number): void {
  const {
    element: { put, tell },
    control,
  } = field;
  shorten(field);
  const value = control.value;
  put('value', value);
  const replaced = tell('input', { value, cursor: control.selectionStart ?? value.length, keyCode });
  const text = typeof replaced === 'string' ? replaced : (replaced as { value?: unknown } | undefined)?.value;
  if (typeof text === 'string' && text !== value) {
    put('value', text);
    control.value = text;
  }
  showPlaceholder(field);
}

function watchFocus({ element: { put, tell }, control }: TextField): void {
  control.addEventListener('focus', () => tell('focus', { value: control.value, height: 0 }));
  control.addEventListener('blur', () => {
    put('focus', false);
    tell('blur', { value: control.value, cursor: control.selectionStart ?? 0 });
    tell('change', { value: control.value });
  });
}

function focus(control: TextControl, wanted: boolean): void {
  // A setData during the slide to a new page must not scroll the phone.
  if (wanted) setTimeout(() => control.focus({ preventScroll: true }), 0);
  else if (document.activeElement === control) control.blur();
}
