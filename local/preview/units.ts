const CONCERNED = /\d(rpx|rem|vh|vw)\b|safe-area-inset/;

/**
 * rpx, rem and the viewport units are measured on the phone frame, not on the browser's window: each becomes
 * a multiple of a variable that the frame sets. Strings and addresses are left alone.
 */
export function rewriteUnits(value: string): string {
  if (!CONCERNED.test(value)) return value;
  return value
    .split(/(url\([^)]*\)|"[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 1 ? part : rewriteOutsideStrings(part)))
    .join('');
}

function rewriteOutsideStrings(text: string): string {
  return text
    .replace(/(^|[^\w.#-])([-+]?(?:\d+\.?\d*|\.\d+))(rpx|rem|vh|vw)\b/g, '$1calc(var(--$3) * $2)')
    .replace(
      /(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^)]*)?\)/g,
      'var(--safe-$1)',
    );
}
