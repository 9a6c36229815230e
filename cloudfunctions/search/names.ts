/** "[美] 黄仁宇" and "（清）曹雪芹" are looked for by the name alone. */
export function nameAlone(name: string): string {
  const alone = name.replace(/^\s*[[(（【〔［][^\])）】〕］]{1,6}[\])）】〕］]\s*/, '');
  return alone === '' ? name : alone;
}

/** Where the main part of a title ends. */
export const TITLE_BREAK = /[:：(（【[〔]|--|——/;

/** The same, met in reading character by character. */
export function breaksTitle(code: number, before: number): boolean {
  if (code === DASH || code === LONG_DASH) return before === code;
  return BREAKS.has(code);
}

const DASH = 0x2d;
const LONG_DASH = 0x2014;
const BREAKS = new Set(Array.from(':：(（【[〔', (sign) => sign.charCodeAt(0)));
