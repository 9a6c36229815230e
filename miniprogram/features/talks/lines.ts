import type { TalkLine } from '../../../typings/contract';

/** Lines by their numbers, whichever came twice or late. */
export function merged(before: readonly TalkLine[], fresh: readonly TalkLine[]): TalkLine[] {
  const byNumber = new Map([...before, ...fresh].map((line) => [line.number, line]));
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/** The last number, from where a page asks on. */
export function lastOf(lines: readonly TalkLine[]): number {
  return lines[lines.length - 1]?.number ?? 0;
}

/** Typing is told for as long after the last letter, ms. */
const TYPING_MS = 5_000;

export function isTyping(typedAt: number, now: number): boolean {
  return now - typedAt < TYPING_MS;
}

/** The newest line is what one reads. */
export function toTheEnd(): void {
  wx.nextTick(() => void wx.pageScrollTo({ scrollTop: 1_000_000, duration: 0 }));
}
