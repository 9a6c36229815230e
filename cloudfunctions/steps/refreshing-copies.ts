import { TITLE_FACT_FIELDS, factsOf } from '../cataloguing/title-facts';
import type { Database } from '../kernel/database';

/**
 * Writes into the copies of a title what they show of it now. Each copy is changed on its own and in this one
 * field, so that it may run at any time and as often as one likes; desks that have a copy in hand meanwhile
 * meet a conflict and run again.
 */
export async function refreshCopiesOf(db: Database, titleId: string): Promise<number> {
  const [title] = await db.find('titles', {
    where: { _id: titleId },
    limit: 1,
    fields: TITLE_FACT_FIELDS,
  });
  return title ? db.updateWhere('items', { titleId }, { title: factsOf(title) }) : 0;
}
