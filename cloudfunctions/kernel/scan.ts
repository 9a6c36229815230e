/** Blanks of any kind, control signs, and what is there and cannot be seen. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/gu;
/** CODABAR begins and ends with a letter that scanners may send. */
const CODABAR = /^[A-D]\d{4,}[A-D]$/i;

/**
 * The one form of what is scanned or typed for a copy or a card, with which everything is kept and asked for:
 * without blanks, signs that cannot be seen, and the start and stop letters of CODABAR.
 */
export const cleanScan = (scanned: string): string => {
  const text = scanned.replace(UNSEEN, '');
  return CODABAR.test(text) ? text.slice(1, -1) : text;
};
