import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../typings/contract/answer';

/** How long a code on a reader's screen is good, seconds. The page draws a new one before that. */
export const CARD_CODE_SECONDS = 90;

const MARK = 'SX1';

const sign = (text: string, key: string): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);

/** The text of the QR card: card number and end of validity, signed, so that a screenshot is worthless soon. */
export const cardCode = (
  cardNumber: string,
  now: Instant,
  key: string,
): { code: string; validUntil: Instant } => {
  const until = Date.parse(now) + CARD_CODE_SECONDS * 1000;
  const text = `${MARK}.${cardNumber}.${until.toString(36)}`;
  return { code: `${text}.${sign(text, key)}`, validUntil: new Date(until).toISOString() };
};

export type CardScan = { kind: 'card'; cardNumber: string } | { kind: 'expired' } | { kind: 'not_valid' };

/** What a scan of a reader's card says: the signed code of the page, or the bare number printed on a plastic card. */
export const readCardScan = (scanned: string, now: Instant, key: string): CardScan => {
  const text = cleanScan(scanned);
  if (!text.startsWith(`${MARK}.`)) return { kind: 'card', cardNumber: text };
  const [mark, cardNumber = '', until = '', signature = ''] = text.split('.');
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(`${mark}.${cardNumber}.${until}`, key));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: 'not_valid' };
  return Date.parse(now) > parseInt(until, 36) ? { kind: 'expired' } : { kind: 'card', cardNumber };
};

/** Takes off what scanners add: control characters, blanks, and the start and stop letters of CODABAR. */
export const cleanScan = (scanned: string): string => {
  const text = [...scanned].filter((character) => character > ' ' && character !== '\u007f').join('');
  return /^[A-D]\d{4,}[A-D]$/i.test(text) ? text.slice(1, -1) : text;
};
