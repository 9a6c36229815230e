import { simplified } from './simplified';

/**
 * One form for what readers type and what records say: full and half width, upper and lower case, accents,
 * traditional and simplified characters fall together; punctuation becomes a single space. `+` and `#` stay
 * after a letter (C++, C#).
 */
export function fold(text: string): string {
  const plain = text
    .replace(roman, digitsOf)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC');
  let folded = '';
  for (const character of plain) folded += simplified.get(character) ?? character;
  return folded.replace(punctuation, ' ').trim();
}

/** Folded and without spaces: two titles that differ only in punctuation and spacing are equal. */
export function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** 三体Ⅲ is asked for as 三体3. Numbers above twelve are written in letters. */
const roman = /[\u2160-\u216b\u2170-\u217b]/g;
const digitsOf = (sign: string): string => String(((sign.charCodeAt(0) - 0x2160) % 0x10) + 1);

/** Accents of European letters only: the voicing marks of kana make other letters. */
const accents = /[\u0300-\u036f]+/g;
const punctuation = /(?![+#])[^\p{L}\p{N}\p{M}]+|(?<![a-z][+#]*)[+#]+/gu;

/** A stretch of folded text: Chinese characters (or kana) without a break, or one word of another script. */
type Stretch = { script: 'han' | 'word'; text: string };

export function stretches(folded: string): Stretch[] {
  return [...folded.matchAll(stretch)].map((match) => ({
    script: match[1] ? 'han' : 'word',
    text: match[0],
  }));
}

const stretch =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〇ー]+)|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〇ー ])\S)+/gu;
