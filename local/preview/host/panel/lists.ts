import type { CloudCall } from '../diagnostics';
import { diagnostics } from '../diagnostics';
import { followWhileVisible } from '../follow';
import { identities } from '../identities';
import { make } from '../sheets/sheet';
import { onCall } from '../wx/cloud';
import { localText } from './clock-section';

const KEPT = 60;

interface PanelList {
  title: string;
  element: HTMLElement;
}

/** The phone's calls to the cloud, newest first. */
export function callList(): PanelList {
  const element = emptyList('还没有调用。');
  const add = (call: CloudCall): void => put(element, rowOfCall(call));
  diagnostics.calls.forEach(add);
  onCall(add);
  return { title: '调用', element };
}

function rowOfCall({
  name,
  action,
  at,
  milliseconds,
  bytes,
  outcome,
  question,
  answer,
}: CloudCall): HTMLElement {
  const marks = { ok: '成功', refused: '谢绝', failed: '失败' };
  const head = make('summary', '', '', [
    make('b', '', action || name),
    make('span', `outcome ${outcome}`, marks[outcome]),
    make(
      'span',
      'quiet',
      `${name} · ${milliseconds} ms · ${sizeText(bytes)} · ${localText(Date.parse(at)).slice(11)}`,
    ),
  ]);
  return make('details', 'panel-row', '', [head, ...[part('发出', question), part('收到', answer)].flat()]);
}

const part = (title: string, text: string): HTMLElement[] => [
  make('p', 'panel-body quiet', title),
  make('pre', '', pretty(text)),
];

interface LogEntry {
  n: number;
  at: string;
  kind: string;
  openid?: string;
  title?: string;
  fields?: { field: string; label?: string; value: string }[];
  [key: string]: unknown;
}

/** The subscription messages that the library sent, from the local cloud's log. */
export function messageList(): PanelList {
  const element = emptyList('还没有发出消息。');
  const seen = new Set<number>();
  const add = (entry: LogEntry): void => {
    if (entry.kind !== 'message' || seen.has(entry.n)) return;
    seen.add(entry.n);
    put(element, rowOfMessage(entry));
  };
  let last = 0;
  const catchUp = async (): Promise<void> => {
    const response = await fetch(`/dev/log?kind=message&since=${last}`);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const answer = (await response.json()) as { last: number; entries: LogEntry[] };
    answer.entries.forEach(add);
    last = answer.last;
  };
  const read = (): void =>
    void catchUp().catch((thrown: unknown) => void (element.dataset.empty = `读不到消息：${String(thrown)}`));
  read();
  document.addEventListener('visibilitychange', () => document.hidden || read());
  followWhileVisible('/dev/log/stream', (data) => add(JSON.parse(data) as LogEntry));
  return { title: '消息', element };
}

function rowOfMessage(entry: LogEntry): HTMLElement {
  const to = String(entry.openid ?? '');
  const reader = identities.find(({ openid }) => openid === to)?.label ?? to;
  const lines = (entry.fields ?? []).map(({ field, label, value }) =>
    make('div', 'message-line', '', [make('span', 'quiet', label ?? field), make('span', '', value)]),
  );
  const head = make('summary', '', '', [
    make('b', '', entry.title ?? entry.kind),
    make(
      'span',
      'quiet',
      `${reader ? `致 ${reader} · ` : ''}${localText(Date.parse(entry.at)).slice(5, 16)}`,
    ),
  ]);
  const body =
    lines.length > 0
      ? make('div', 'message-body', '', lines)
      : make('pre', '', pretty(JSON.stringify(entry)));
  const row = make('details', 'panel-row', '', [head, body]) as HTMLDetailsElement;
  row.open = lines.length > 0;
  return row;
}

function emptyList(text: string): HTMLElement {
  const element = make('div', 'panel-list');
  element.dataset.empty = text;
  return element;
}

function put(list: HTMLElement, row: HTMLElement): void {
  list.prepend(row);
  while (list.children.length > KEPT) list.lastElementChild?.remove();
}

function sizeText(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 1).slice(0, 6000);
  } catch {
    // An error message is no JSON: it is shown as it came.
    return text.slice(0, 6000);
  }
}
