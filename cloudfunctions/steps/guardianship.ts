import type { Refusal } from '../../typings/contract/refusals';
import type { ReaderDocument } from '../documents';
import { GUARDIAN_AGE } from '../circulation/guardian-age';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { ageOn } from '../kernel/local-date';
import { childrenLimit } from '../membership/guardianship';

/** A child as it stands without its guardian. A young one may do nothing until another has confirmed. */
export const withoutGuardian = (
  child: ReaderDocument,
  { today }: Pick<Context, 'today'>,
): ReaderDocument => ({
  ...child,
  guardianReaderId: null,
  awaitsGuardian: ageOn(child.birthDate, today) < GUARDIAN_AGE,
});

/** The guardian no longer knows the child. The child's own document is written by whoever calls. */
export const leaveGuardian = async (
  transaction: Transaction,
  { _id: childId, guardianReaderId }: ReaderDocument,
): Promise<void> => {
  const guardian = guardianReaderId && (await transaction.get('readers', guardianReaderId));
  if (!guardian) return;
  await transaction.put('readers', {
    ...guardian,
    childReaderIds: guardian.childReaderIds.filter((id) => id !== childId),
  });
};

/** Takes back what a child asks of a guardian, if it asks. */
export const withdrawRequest = async (
  transaction: Transaction,
  { guardianRequestId }: ReaderDocument,
): Promise<void> => {
  if (guardianRequestId) await transaction.remove('guardianRequests', guardianRequestId);
};

/**
 * A guardian takes on a child, who is there or comes with this; the one place where a guardian gets any. The
 * guardian's document carries the limit.
 */
export const takeOn = async (
  transaction: Transaction,
  guardian: ReaderDocument,
  childId: string,
): Promise<{ refusals: Refusal[] } | null> => {
  const childReaderIds = guardian.childReaderIds.filter((id) => id !== childId);
  const refusals = childrenLimit({ childReaderIds });
  if (refusals.length > 0) return { refusals };
  await transaction.put('readers', { ...guardian, childReaderIds: [...childReaderIds, childId] });
  return null;
};

/**
 * Makes somebody the guardian of a child, who has none; or says why they cannot take on another. Both
 * documents carry it; a request that waits is done with. Whoever calls has read both within the transaction.
 */
export const joinGuardian = async (
  transaction: Transaction,
  child: ReaderDocument,
  guardian: ReaderDocument,
): Promise<{ refusals: Refusal[] } | null> => {
  const refused = await takeOn(transaction, guardian, child._id);
  if (refused) return refused;
  await withdrawRequest(transaction, child);
  const { lapsesOn: _noMore, ...stays } = child;
  await transaction.put('readers', {
    ...stays,
    guardianReaderId: guardian._id,
    awaitsGuardian: false,
    guardianRequestId: null,
  });
  return null;
};
