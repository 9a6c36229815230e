/**
 * The signed code of a reader's card page begins so; no barcode does. It changes, and only the library can
 * read it.
 */
const CARD_CODE = /^SX\d\./;

export function isCardCode(code: string): boolean {
  return CARD_CODE.test(code);
}
