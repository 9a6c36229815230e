import type { DonationDocument, DriftBookDocument, DriftLegDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Database, Transaction } from '../kernel/database';
import { tell } from './notices';

const DIGITS = 4;
export const legId = (driftId: string, number: number): string =>
  `${driftId}_${String(number).padStart(DIGITS, '0')}`;

/** The time with the last reader is over: the book is somewhere else now. */
export const endLeg = async (
  transaction: Transaction,
  { _id, readers, state }: Pick<DriftBookDocument, '_id' | 'readers' | 'state'>,
  { now }: Pick<Context, 'now'>,
): Promise<void> => {
  if (state !== 'held') return;
  const leg = await transaction.get('driftLegs', legId(_id, readers));
  if (leg && leg.to === '') await transaction.put('driftLegs', { ...leg, to: now });
};

/** Where a book is from now on; every change counts, so that what was seen before is known to be old. */
export const moveBook = async (
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  book: DriftBookDocument,
  where: Partial<DriftBookDocument> & Pick<DriftBookDocument, 'state'>,
): Promise<DriftBookDocument> => {
  const after = { ...book, place: '', holderId: '', ...where, since: now, version: book.version + 1 };
  await transaction.put('driftBooks', after);
  return after;
};

type Words = Record<'title' | 'body', string>;

/** `what` names the step: each is told once. */
export const tellGiver = (
  transaction: Transaction,
  context: Pick<Context, 'now'>,
  { _id, readerId, books }: DonationDocument,
  what: string,
  words: Words,
): Promise<void> =>
  readerId === ''
    ? Promise.resolve()
    : tell(transaction, context, {
        occasion: `donation_${what}_${_id}`,
        readerId,
        topic: 'account',
        ...words,
        link: `/features/donations/pages/one/index?donationId=${_id}`,
        facts: { title: books[0]?.title ?? '' },
      });

/**
 * What is left of a reader's time with a book, and of what somebody gave, once who they were is forgotten.
 */
export const FORGOTTEN_LEG = {
  ...{ readerId: '', naming: 'nobody', penName: '', by: '' },
  ...{ note: '', noteState: 'none', noteAt: '' },
} as const satisfies Partial<DriftLegDocument>;
export const FORGOTTEN_DONATION = {
  ...{ readerId: '', naming: 'nobody', penName: '', by: '' },
  ...{ words: '', answer: '', thanks: '' },
} as const satisfies Partial<DonationDocument>;

/**
 * Of a closed account: the books go on, without a name. Nobody knows where one is that was with its reader.
 */
export const forgetGiven = async (db: Pick<Database, 'updateWhere'>, readerId: string): Promise<void> => {
  await db.updateWhere('driftBooks', { holderId: readerId }, { holderId: '', state: 'lost' });
  await db.updateWhere('driftLegs', { readerId }, FORGOTTEN_LEG);
  await db.updateWhere('donations', { readerId }, FORGOTTEN_DONATION);
};
