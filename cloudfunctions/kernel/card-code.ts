import type { Instant } from '../../typings/contract/shapes';
import { readSignedCode, signedCode } from './signed-code';

/** How long a code on a reader's screen is good, seconds. The page draws a new one before that. */
export const CARD_CODE_SECONDS = 90;

const MARK = 'SX1';

/**
 * The text of the QR card: card number and end of validity, signed, so that a screenshot is worthless soon.
 */
export const cardCode = (
  cardNumber: string,
  now: Instant,
  key: string,
): { code: string; validUntil: Instant } =>
  signedCode(MARK, cardNumber, { now, key, seconds: CARD_CODE_SECONDS });

type CardScan = { kind: 'card'; cardNumber: string } | { kind: 'expired' } | { kind: 'not_valid' };

/**
 * What a scan of a reader's card says: the signed code of the page, or the bare number printed on a plastic
 * card.
 */
export const readCardScan = (scanned: string, now: Instant, key: string): CardScan => {
  const text = cleanScan(scanned);
  if (!text.startsWith(`${MARK}.`)) return { kind: 'card', cardNumber: text };
  const scan = readSignedCode(MARK, text, now, key);
  return scan.kind === 'subject' ? { kind: 'card', cardNumber: scan.subject } : scan;
};

/** Takes off what scanners add: control characters, blanks, and the start and stop letters of CODABAR. */
export const cleanScan = (scanned: string): string => {
  const text = [...scanned].filter((character) => character > ' ' && character !== '\u007f').join('');
  return /^[A-D]\d{4,}[A-D]$/i.test(text) ? text.slice(1, -1) : text;
};
