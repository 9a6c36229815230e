/**
 * Chinese Library Classification: one letter (two in T, and DF), then a digit a level. The dot after every
 * third digit only separates; subdivisions behind `-`, `=`, `(`, `/`, `+` and letters behind the digits
 * ("TP312JA", "K825.6=6", "B31/39") name no class of their own.
 */
const NOTATION = /^(T[BDEFGHJKLMNPQSUV]|DF|[A-KN-VXZ])(?:(\d[\d.]*)|(?![A-Z]))/;
const LETTERS = /^[A-Z]+/;

/**
 * A class without its dots, "K8256": of two, one is below the other when it begins with it. '' for what is no
 * such class.
 */
export function classKey(notation: string): string {
  const plain = notation
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^[\s[{(<]+|\s+/g, '');
  const [, letters, digits = ''] = NOTATION.exec(plain) ?? [];
  return letters === undefined ? '' : letters + digits.replaceAll('.', '');
}

/** A class as it is printed: "K825.6". */
export function classShown(key: string): string {
  const letters = LETTERS.exec(key)?.[0] ?? '';
  const digits = key.slice(letters.length).replace(/\d{3}(?=\d)/g, '$&.');
  return letters + digits;
}

export const mainClass = (key: string): string => key.slice(0, 1);
