import { aReader } from '../../tests/builders/documents';
import type { Cloud } from '../../local/cloud/index';

/** Readers of a measurement, each with a card of their own, linked to the WeChat of the name. */
export const putReaders = async (
  cloud: Cloud,
  openids: readonly string[],
  firstDigit: string,
): Promise<void> => {
  const put = (collection: string, rows: Record<string, unknown>[]) => cloud.db.upsert(collection, rows);
  const cardOf = (n: number): string => `${firstDigit}${n}`;
  const idOf = (openid: string): string => `r-${openid}`;
  await put(
    'readers',
    openids.map((openid, n) => ({ ...aReader({ _id: idOf(openid), cardNumber: cardOf(n), openid }) })),
  );
  await put(
    'identities',
    openids.map((openid) => ({
      ...{ _id: openid, readerId: idOf(openid), readerIds: [idOf(openid)], linkedAt: '' },
    })),
  );
  await put(
    'cards',
    openids.map((openid, n) => ({
      ...{ _id: cardOf(n), readerId: idOf(openid), password: '', wrongTries: 0, lockedUntil: null },
      status: 'active',
    })),
  );
};
