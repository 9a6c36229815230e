import { createHash } from 'node:crypto';

/** One byte out of a text: equal texts have equal bytes, and a byte leads back to nothing. */
export const mixedByte = (text: string): number => createHash('sha256').update(text).digest()[0] ?? 0;
