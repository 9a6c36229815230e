/** rpx and the viewport units of an inline style, measured on the phone (the same rule as the stylesheets). */
export function rewriteInline(style: string): string {
  if (!/\d(rpx|rem|vh|vw)\b|safe-area-inset/.test(style)) return style;
  return style
    .split(/(url\([^)]*\))/)
    .map((part, index) => (index % 2 === 1 ? part : rewritePart(part)))
    .join('');
}

function rewritePart(text: string): string {
  return text
    .replace(/(^|[^\w.#-])([-+]?(?:\d+\.?\d*|\.\d+))(rpx|rem|vh|vw)\b/g, '$1calc(var(--$3) * $2)')
    .replace(
      /(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^)]*)?\)/g,
      'var(--safe-$1)',
    );
}
