import { scryptSync, timingSafeEqual } from 'node:crypto';

const KEY_LENGTH = 32;

/** scrypt with Node's default cost, as "salt:hash" in hexadecimal. */
export const hashPassword = (password: string, salt: Uint8Array): string => {
  const saltText = Buffer.from(salt).toString('hex');
  return `${saltText}:${scryptSync(password, saltText, KEY_LENGTH).toString('hex')}`;
};

/** Compares in constant time. An empty stored password matches nothing. */
export const passwordMatches = (password: string, stored: string): boolean => {
  const [salt, hash] = stored.split(':');
  if (!salt || !hash) return false;
  const right = Buffer.from(hash, 'hex');
  const given = scryptSync(password, salt, KEY_LENGTH);
  return right.length === given.length && timingSafeEqual(right, given);
};
