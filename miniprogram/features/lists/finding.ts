/**
 * Whether what was scanned or typed names one book and it was found: an ISBN or the code on a copy, not
 * words.
 */
export function isOneBook(typed: string, found: number): boolean {
  const code = typed.replace(/[\s-]/g, '');
  return found === 1 && /^[A-Za-z]{0,6}\d[\dA-Za-z]{5,}$/.test(code);
}
