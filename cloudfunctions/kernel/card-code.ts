import type { Instant } from '../../typings/contract/shapes';
import type { RootKey } from '../documents';
import { cleanScan } from './scan';
import { readSignedCode, signedCode, type CodeKind } from './signed-code';

/** How long a code on a reader's screen is good, seconds. The page draws a new one before that. */
export const CARD_CODE_SECONDS = 90;

const CARD: CodeKind = { mark: 'SX2', purpose: 'card', seconds: CARD_CODE_SECONDS };
/** How any code of a card begins, those of former versions too: none of them is the number of a card. */
const ANY_CODE = /^SX\d\./;

/**
 * The text of the QR card: card number and end of validity, signed, so that a screenshot is worthless soon.
 */
export const cardCode = (
  cardNumber: string,
  now: Instant,
  roots: readonly RootKey[],
): { code: string; validUntil: Instant } => signedCode(CARD, cardNumber, now, roots);

/** `by`: the code on the reader's phone, or the bare number, which anybody may know. */
type CardScan =
  { kind: 'card'; cardNumber: string; by: 'code' | 'number' } | { kind: 'expired' } | { kind: 'not_valid' };

/**
 * What a scan of a reader's card says: the signed code of the page, or the bare number printed on a plastic
 * card.
 */
export const readCardScan = (scanned: string, now: Instant, roots: readonly RootKey[]): CardScan => {
  const text = cleanScan(scanned);
  if (!ANY_CODE.test(text)) return { kind: 'card', cardNumber: text, by: 'number' };
  const scan = readSignedCode(CARD, text, now, roots);
  return scan.kind === 'subject' ? { kind: 'card', cardNumber: scan.subject, by: 'code' } : scan;
};
