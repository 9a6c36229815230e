import type { ReaderDocument } from '../documents';

type Reader = Pick<ReaderDocument, '_id' | 'openid' | 'guardianReaderId'>;

/**
 * Whether two readers are of one family: guardian and child, children of one guardian, or cards linked to one
 * WeChat.
 */
export const areFamily = (a: Reader, b: Reader): boolean =>
  a.guardianReaderId === b._id ||
  b.guardianReaderId === a._id ||
  (a.guardianReaderId !== null && a.guardianReaderId === b.guardianReaderId) ||
  (a.openid !== null && a.openid === b.openid);

/** A guardian acts for their children; whoever linked a card acts for it. */
export const mayActFor = (reader: Reader, asking: Pick<Reader, '_id'>, openid: string): boolean =>
  reader._id === asking._id || reader.openid === openid || reader.guardianReaderId === asking._id;
