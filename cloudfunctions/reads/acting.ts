import type { Refusal } from '../../typings/contract/refusals';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import { refuse } from '../kernel/refusal';
import { guardianOf, mayActFor } from '../membership/family';
import { readerAsking } from './asking';

/**
 * The reader whose things are asked for: the one who asks, a child of theirs, or another card linked to the
 * same WeChat. Anybody else's record is refused.
 */
export const readerActedFor = async (
  context: Pick<Context, 'db' | 'openid' | 'today' | 'library'>,
  readerId?: string,
): Promise<ReaderDocument | { refusals: Refusal[] }> => {
  const asking = await readerAsking(context);
  if (!asking) return refuse({ code: 'no_card' });
  if (readerId === undefined || readerId === asking._id) return asking;
  const other = await context.db.get('readers', readerId);
  return other && mayActFor(other, asking, context.openid, context) ? other : refuse({ code: 'not_yours' });
};

/**
 * Within a transaction that has read the reader: whether this WeChat may act for them. A guardian's own
 * document is looked up.
 */
export const maySpeakFor = async (
  context: Pick<Context, 'db' | 'openid' | 'today' | 'library'>,
  reader: ReaderDocument,
): Promise<boolean> => {
  const { db, openid } = context;
  if (reader.openid === openid) return true;
  const guardianId = guardianOf(reader, context);
  if (!guardianId) return false;
  const guardian = await db.get('readers', guardianId);
  return guardian?.openid === openid;
};
