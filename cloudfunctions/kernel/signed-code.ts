import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../typings/contract/shapes';
import type { RootKey } from '../documents';
import { currentKey, keyOfId, type Purpose } from './keys';

/** A kind of code: how it begins, which key signs it, how long one is good. */
export interface CodeKind {
  mark: string;
  purpose: Purpose;
  seconds: number;
}

/** What a scanned code says, once its signature and its time were looked at. */
type SignedScan = { kind: 'subject'; subject: string } | { kind: 'expired' } | { kind: 'not_valid' };

const sign = (text: string, key: Buffer): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);

/**
 * A code for a screen: what it is about, until when it is good, the id of the key that signed it, signed, so
 * that nobody makes one and a picture of it is worthless soon.
 */
export const signedCode = (
  { mark, purpose, seconds }: CodeKind,
  subject: string,
  now: Instant,
  roots: readonly RootKey[],
): { code: string; validUntil: Instant } => {
  const key = currentKey(roots, purpose, now);
  const until = Date.parse(now) + seconds * 1000;
  const text = `${mark}.${subject}.${until.toString(36)}.${key.id}`;
  return { code: `${text}.${sign(text, key.bytes)}`, validUntil: new Date(until).toISOString() };
};

/**
 * Reads a code of this kind. The subject may hold dots: what stands around it is taken off the ends. A key
 * that was replaced has signed nothing that outlives it by more than one code's time: who gets hold of it
 * later makes no more codes with it.
 */
export const readSignedCode = (
  { mark, purpose, seconds }: CodeKind,
  text: string,
  now: Instant,
  roots: readonly RootKey[],
): SignedScan => {
  const parts = text.split('.');
  const [until = '', keyId = '', signature = ''] = parts.slice(-3);
  if (parts.length < 5 || parts[0] !== mark) return { kind: 'not_valid' };
  const key = keyOfId(roots, purpose, keyId);
  if (!key) return { kind: 'not_valid' };
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(parts.slice(0, -1).join('.'), key.bytes));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: 'not_valid' };
  const end = parseInt(until, 36);
  if (key.endedAt && end > Date.parse(key.endedAt) + seconds * 1000) return { kind: 'not_valid' };
  return Date.parse(now) > end
    ? { kind: 'expired' }
    : { kind: 'subject', subject: parts.slice(1, -3).join('.') };
};

/** Makes the codes of one kind: for a subject, at a moment. */
export const codesOf =
  (kind: CodeKind) =>
  (subject: string, now: Instant, roots: readonly RootKey[]): { code: string; validUntil: Instant } =>
    signedCode(kind, subject, now, roots);
