import { diagnostics } from './diagnostics';

/** Tells the developer, loudly: a card over the phone, the console, and `__preview.errors` for tests. */
export function complain(message: string, detail = ''): void {
  if (diagnostics.errors.some((known) => known === message)) return;
  diagnostics.errors.push(message);
  console.error(`[preview] ${message}`, detail);
  card(message, detail, 'error');
}

/** A word of warning in the console and in `__preview.warnings`, once for each message. */
export function warn(message: string): void {
  if (diagnostics.warnings.includes(message)) return;
  diagnostics.warnings.push(message);
  console.warn(`[preview] ${message}`);
}

function card(message: string, detail: string, kind: string): void {
  const list = document.querySelector('.complaints') ?? makeList();
  const item = document.createElement('details');
  item.className = `complaint ${kind}`;
  const summary = document.createElement('summary');
  // The heading speaks to who looks at the page; the message is the program's own.
  summary.textContent = `程序出错：${message}`;
  const body = document.createElement('pre');
  body.textContent = detail;
  const close = document.createElement('button');
  close.textContent = '关闭';
  close.addEventListener('click', () => item.remove());
  summary.append(close);
  item.append(summary, body);
  list.append(item);
}

function makeList(): Element {
  const list = document.createElement('div');
  list.className = 'complaints';
  list.setAttribute('role', 'alert');
  document.body.append(list);
  return list;
}

/** A readable text for whatever was thrown. */
export function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The stack of whatever was thrown, or nothing. */
export function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? '') : '';
}
