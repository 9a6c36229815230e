/**
 * Notation of the Chinese Library Classification: one letter (two in T and for DF), then a digit a level; the
 * dot after every third digit only separates. As cloudfunctions/search/clc.ts writes it.
 */
const NOTATION = /^([A-Z]{1,2})([\d.]*)$/;

/** A class and those above it, the main class first: "I247.5" → I, I2, I24, I247, I247.5. */
export function pathOf(clc: string): string[] {
  const [, letters = '', rest = ''] = NOTATION.exec(clc) ?? [];
  if (!letters) return clc ? [clc] : [];
  const digits = rest.replace(/\./g, '');
  const above = letters.length > 1 ? [letters.slice(0, 1), letters] : [letters];
  return [...above, ...[...digits].map((_, n) => shown(letters, digits.slice(0, n + 1)))];
}

/** The number without its dots, as the table of names is kept. */
export function plain(clc: string): string {
  return clc.replace(/\./g, '');
}

function shown(letters: string, digits: string): string {
  return letters + digits.replace(/\d{3}(?=\d)/g, '$&.');
}
