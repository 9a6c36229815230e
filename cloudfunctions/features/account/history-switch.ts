import type { Instant } from '../../../typings/contract/shapes';
import type { ReaderDocument } from '../../documents';

/**
 * The reader with the history on or off. Off: nothing of it is shown from this moment, and the nightly job
 * forgets what was read up to now even when it is switched on again before.
 */
export const keepingHistory = (reader: ReaderDocument, keeps: boolean, now: Instant): ReaderDocument => {
  if (reader.keepsHistory === keeps) return reader;
  return keeps ? { ...reader, keepsHistory: true } : { ...reader, keepsHistory: false, forgetUpTo: now };
};
