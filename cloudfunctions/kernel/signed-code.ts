import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../typings/contract/shapes';

/** What a scanned code says, once its signature and its time were looked at. */
type SignedScan = { kind: 'subject'; subject: string } | { kind: 'expired' } | { kind: 'not_valid' };

const sign = (text: string, key: string): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);

/**
 * A code for a screen: what it is about, until when it is good, signed, so that nobody makes one and a
 * picture of it is worthless soon.
 */
export const signedCode = (
  mark: string,
  subject: string,
  { now, seconds, key }: { now: Instant; seconds: number; key: string },
): { code: string; validUntil: Instant } => {
  const until = Date.parse(now) + seconds * 1000;
  const text = `${mark}.${subject}.${until.toString(36)}`;
  return { code: `${text}.${sign(text, key)}`, validUntil: new Date(until).toISOString() };
};

/** Reads a code of this mark. The subject may hold dots: mark, time and signature are taken off its ends. */
export const readSignedCode = (mark: string, text: string, now: Instant, key: string): SignedScan => {
  const parts = text.split('.');
  if (parts.length < 4 || parts[0] !== mark) return { kind: 'not_valid' };
  const given = Buffer.from(parts[parts.length - 1] ?? '');
  const right = Buffer.from(sign(parts.slice(0, -1).join('.'), key));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: 'not_valid' };
  if (Date.parse(now) > parseInt(parts[parts.length - 2] ?? '', 36)) return { kind: 'expired' };
  return { kind: 'subject', subject: parts.slice(1, -2).join('.') };
};
