import type { LinkTriesDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { recentTries } from './tries';

/** Leaves the tries of a WeChat that still count; a document without one goes. */
export const withoutOldTries = async (
  transaction: Transaction,
  { _id }: LinkTriesDocument,
  { now }: JobContext,
): Promise<void> => {
  const tries = await transaction.get('linkTries', _id);
  if (!tries) return;
  const at = recentTries(tries.at, now);
  if (at.length > 0) await transaction.put('linkTries', { ...tries, at });
  else await transaction.remove('linkTries', _id);
};
