/**
 * Asking while somebody types: a pause asks, keys in quick succession ask once, and an answer to what was
 * typed before is known as such. Kept for each component apart from its data, which it would draw.
 */
interface Typing {
  text: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const typings = new WeakMap<object, Typing>();

function typingOf(component: object): Typing {
  const typing = typings.get(component) ?? { text: '', timer: undefined };
  typings.set(component, typing);
  return typing;
}

/** A phone's pinyin parts its syllables with thin spaces while they are letters yet. */
export function plainly(typed: string): string {
  return typed.replace(/\s+/gu, ' ').trim();
}

/** Notes what is typed and asks after a pause, unless it is nothing. False: it was typed already. */
export function noteTyped(component: object, text: string, ms: number, ask: () => void): boolean {
  const typing = typingOf(component);
  if (text === typing.text) return false;
  if (typing.timer !== undefined) clearTimeout(typing.timer);
  typing.text = text;
  if (text) typing.timer = setTimeout(ask, ms);
  return true;
}

/** Asks once more after a while, where the same still stands there. */
export function askLater(component: object, ms: number, ask: () => void): void {
  typingOf(component).timer = setTimeout(ask, ms);
}

export function stillTyped(component: object, text: string): boolean {
  return typingOf(component).text === text;
}

export function stopTyping(component: object): void {
  noteTyped(component, '', 0, () => undefined);
}
