/**
 * The ISBN-13 without hyphens that a text says, from ISBN-10 or ISBN-13 with or without hyphens and a leading
 * "ISBN"; null when it is no ISBN or the check digit is wrong.
 */
export function readIsbn(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/^\s*isbn(?:-?1[03])?[\s::]*/i, '')
    .replace(/[\s\-‐-―−·.]/g, '')
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return digits[12] === checkDigit13(digits) ? digits : null;
  if (/^\d{9}[\dX]$/.test(digits)) return digits[9] === checkDigit10(digits) ? isbn13Of(digits) : null;
  return null;
}

/**
 * What may have been meant by an ISBN that no title has: with one other digit, or with two neighbours turned
 * round. At most some thirty have a right check digit, and a catalogue has one of them or none.
 */
export function isbnsNear(text: string): string[] {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\-‐-―−·.]/g, '')
    .toUpperCase();
  if (!/^(97[89]\d{10}|\d{9}[\dX])$/.test(digits)) return [];
  const near = new Set<string>();
  const typed = readIsbn(digits);
  const keep = (changed: string): void => {
    const isbn = readIsbn(changed);
    if (isbn !== null && isbn !== typed) near.add(isbn);
  };
  for (let at = 0; at < digits.length; at++) {
    for (const digit of at === digits.length - 1 ? '0123456789X' : '0123456789')
      keep(digits.slice(0, at) + digit + digits.slice(at + 1));
    if (at > 0) keep(digits.slice(0, at - 1) + digits[at] + digits[at - 1] + digits.slice(at + 1));
  }
  return [...near];
}

/** The ISBN-10 of an ISBN-13; null where none exists (979). */
export function isbn10Of(isbn13: string): string | null {
  if (!isbn13.startsWith('978')) return null;
  const body = isbn13.slice(3, 12);
  return body + checkDigit10(body);
}

function isbn13Of(isbn10: string): string {
  const body = '978' + isbn10.slice(0, 9);
  return body + checkDigit13(body);
}

function checkDigit13(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 12; place++) sum += Number(digits[place]) * (place % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

function checkDigit10(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
