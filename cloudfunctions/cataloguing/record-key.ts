import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal digits: what ids that are made from a record's source are cut from. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * 53 bits of a control number's hash, never 0: what a run remembers of the records that it has met. Among a
 * million records two different ones are taken for one with a chance of 1 in 18,000.
 */
export function recordKey(control: string): number {
  const hash = createHash('sha1').update(control).digest();
  return hash.readUIntBE(0, 6) * 32 + (hash[6]! & 31) || 1;
}
