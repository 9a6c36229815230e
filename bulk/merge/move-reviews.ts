import type { Database } from '../../cloudfunctions/kernel/database';
import { changeReview } from '../../cloudfunctions/steps/reviews';

const PAGE = 100;

/**
 * Reviews go to the title that stays, each with its stars in one transaction; of a reader who reviewed both,
 * that one's stays.
 */
export async function moveReviews(keptId: string, goneId: string, db: Database): Promise<void> {
  const kept = await db.get('titles', keptId);
  if (!kept) return;
  for (;;) {
    const reviews = await db.find('reviews', { where: { titleId: goneId }, limit: PAGE });
    if (reviews.length === 0) return;
    for (const { _id, readerId } of reviews)
      await db.transact(async (transaction) => {
        const review = await transaction.get('reviews', _id);
        if (!review) return;
        const id = `${keptId}_${readerId}`;
        const other = await transaction.get('reviews', id);
        await changeReview(transaction, review, null);
        if (!other)
          await changeReview(transaction, null, { ...review, _id: id, titleId: keptId, title: kept.title });
      });
  }
}
