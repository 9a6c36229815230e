/** Canned answers: words in which some things are left open, in braces. */

export const MOST_PHRASES = 100;
const LONGEST_FIELD = 20;

/** What is to be filled in, each once, in the order in which it stands. */
export const fieldsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{([^{}\n]+)\}/g)].map(([, name = '']) => name.trim())),
];

/** What is wrong with the braces of a text; null: nothing. */
export const faultInBraces = (text: string): string | null => {
  const left = text.replace(/\{[^{}\n]*\}/g, '');
  if (/[{}]/.test(left)) return '大括号要成对，写成 {分馆} 这样';
  if (/\{\s*\}/.test(text)) return '大括号里请写要填什么，例如 {分馆}';
  return fieldsIn(text).some((name) => name.length > LONGEST_FIELD)
    ? `要填的名字最多 ${LONGEST_FIELD} 个字`
    : null;
};
