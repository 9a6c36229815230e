import type { TreeComponent } from '../glass';

/** How a built-in with a `name` takes part in a form. */
interface Field {
  name(): string;
  value(): unknown;
  reset(): void;
}

const fields = new WeakMap<Element, Field>();
const actions = new WeakMap<Element, (kind: 'submit' | 'reset') => void>();

/** Makes an element a field of the form around it. */
export function becomeField(host: Element, field: Field): void {
  fields.set(host, field);
}

/** Makes an element the form that buttons inside it submit. */
export function becomeForm(host: Element, act: (kind: 'submit' | 'reset') => void): void {
  actions.set(host, act);
}

/** What a button with form-type does. */
export function actOnForm(button: Element, kind: 'submit' | 'reset'): void {
  for (let at: Element | null = button; at; at = at.parentElement) {
    const act = actions.get(at);
    if (act) return act(kind);
  }
}

/** Names and values of all fields in a form; components with `wx://form-field` count too. */
export function fieldsOf(form: Element): Field[] {
  const found: Field[] = [];
  for (const element of form.querySelectorAll('*')) {
    const field = fields.get(element);
    if (field) {
      found.push(field);
      continue;
    }
    const node = (element as Element & { __wxElement?: TreeComponent }).__wxElement;
    const data = node?.data;
    if (!node || !data || !('name' in data) || !('value' in data)) continue;
    if (node.is.startsWith('wx-builtin/')) continue;
    found.push({ name: () => String(data.name ?? ''), value: () => node.data.value, reset: () => undefined });
  }
  return found.filter((field) => field.name() !== '');
}
