import type { Reader } from '../../typings/contract/account';
import { blocksOf } from '../circulation/reader-blocks';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';

/** "138****1234": enough to know one's own number by. */
const masked = (phone: string): string =>
  phone.length < 7 ? '' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

export const readerView = (reader: ReaderDocument, { today }: Pick<Context, 'today'>): Reader => ({
  readerId: reader._id,
  name: reader.name,
  cardNumber: reader.cardNumber,
  category: reader.category,
  expiresOn: reader.expiresOn,
  phone: masked(reader.phone),
  blocks: blocksOf(reader, today),
  topics: reader.topics,
});

/** The reader whose card this WeChat identity is linked with, or null for a visitor. */
export const readerAsking = async ({
  db,
  openid,
}: Pick<Context, 'db' | 'openid'>): Promise<ReaderDocument | null> => {
  const identity = await db.get('identities', openid);
  return identity ? db.get('readers', identity.readerId) : null;
};
