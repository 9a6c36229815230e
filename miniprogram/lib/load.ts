import { ask, type Action, type Input, type Outcome, type Output } from './call';
import { keep, kept } from './keep';
import { refusalLines, type RefusalLine } from './refusals';

/** What `page-state` shows. A page begins with `{ kind: 'loading' }`. */
export type PageState =
  | { kind: 'loading'; slow?: boolean }
  | { kind: 'ready'; offline?: boolean; failed?: boolean; at?: number }
  | { kind: 'refused'; lines: RefusalLine[] }
  | { kind: 'failed'; requestId: string }
  | { kind: 'offline' };

/** "网络较慢" is said after this long without an answer. */
const SLOW_MS = 8_000;
/** An answer to another question stands no longer than this. */
const REPLACED_MS = 600;

interface Filling<T> {
  /** The reading call; or several of them, where only together they fill the page. */
  read: () => Promise<Outcome<T>>;
  /** Answers under this key are kept and shown while a fresh one is asked for. */
  keepAs?: string;
  /**
   * What is shown answers another question: it stays for a moment, with `replacing` in the page's data, so
   * that a quick answer takes its place without a flash; it never stays in place of this answer.
   */
  replaces?: boolean;
  /** The answer as the page's data; goes to setData together with `state`, in one go. */
  show: (value: T) => Record<string, unknown>;
}

interface Loading<A extends Action> extends Omit<Filling<Output<A>>, 'read'> {
  action: A;
  input: Input<A>;
}

interface Screen {
  data: { state?: unknown };
  setData(data: Record<string, unknown>): void;
}

const latest = new WeakMap<object, number>();

/** Fills a screen from one reading call. */
export function load<A extends Action>(
  page: Screen,
  { action, input, ...what }: Loading<A>,
): Promise<Outcome<Output<A>>> {
  return fill(page, { ...what, read: () => ask(action, input) });
}

/**
 * Fills a screen: the last known answer first, then the fresh one; an older answer that comes
 * late is dropped. Tells what came, for pages that do more with it.
 */
export async function fill<T>(page: Screen, what: Filling<T>): Promise<Outcome<T>> {
  const turn = (latest.get(page) ?? 0) + 1;
  latest.set(page, turn);
  const mine = () => latest.get(page) === turn;
  const known = what.keepAs ? kept<T>(what.keepAs) : undefined;
  const ready = (page.data.state as PageState | undefined)?.kind === 'ready';
  const shown = ready && !what.replaces;
  const replacing = ready && what.replaces === true && !known;

  if (replacing) page.setData({ replacing: true });
  else if (!shown && known)
    page.setData({ ...what.show(known.value), state: { kind: 'ready', at: known.at } });
  else if (!shown && (page.data.state as PageState | undefined)?.kind !== 'loading') {
    page.setData({ state: { kind: 'loading' } });
  }
  const fade = setTimeout(() => {
    if (mine() && replacing) page.setData({ state: { kind: 'loading' }, replacing: false });
  }, REPLACED_MS);
  const slow = setTimeout(() => {
    if (mine() && !shown && !known) page.setData({ state: { kind: 'loading', slow: true } });
  }, SLOW_MS);
  const outcome = await what.read();
  clearTimeout(fade);
  clearTimeout(slow);
  if (!mine()) return outcome;

  if (outcome.kind === 'value') {
    if (what.keepAs) keep(what.keepAs, outcome.value);
    page.setData({
      ...what.show(outcome.value),
      state: { kind: 'ready' },
      ...(what.replaces ? { replacing: false } : {}),
    });
  } else {
    page.setData({
      state: withoutAnswer(outcome, shown || known !== undefined, known?.at),
      ...(what.replaces ? { replacing: false } : {}),
    });
  }
  return outcome;
}

/** The state of a screen whose answer did not come: what is already shown stays, with a line that says so. */
export function withoutAnswer(
  outcome: Exclude<Outcome<unknown>, { kind: 'value' }>,
  hasContent = false,
  at?: number,
): PageState {
  switch (outcome.kind) {
    case 'offline':
      return hasContent ? { kind: 'ready', offline: true, at: at ?? 0 } : { kind: 'offline' };
    case 'failed':
      return hasContent ? { kind: 'ready', failed: true, at: at ?? 0 } : outcome;
    case 'refused':
      return { kind: 'refused', lines: refusalLines(outcome.refusals) };
    case 'invalid':
      // The page itself made the input: a link that is cut or out of date.
      return {
        kind: 'refused',
        lines: [{ code: 'invalid', text: '这个链接不完整或已失效。', next: '请从首页重新打开。' }],
      };
  }
}
