import type { TitleChangeDocument } from '../../cloudfunctions/documents';
import type { BulkTarget } from '../target';

/** Above so many changed titles search builds its index anew instead of being told of each. */
const MOST_TOLD = 500;
/** The change that stands for all titles (see documents/titles.ts). */
const EVERYTHING = '*';

/**
 * Tells search which titles were added or changed, or got copies; with every batch, since a run may be cut
 * off.
 */
export interface TitleChanges {
  tell(...titleIds: string[][]): Promise<void>;
}

export function titleChanges(target: BulkTarget, now: () => Date): TitleChanges {
  const told = new Set<string>();
  return {
    tell: async (...lists) => {
      const ids = [...new Set(lists.flat())].filter((id) => !told.has(id));
      if (ids.length === 0) return;
      const all = told.size + ids.length > MOST_TOLD;
      if (!all) for (const id of ids) told.add(id);
      const at = now().toISOString();
      const changes = (all ? [EVERYTHING] : ids).map((_id) => ({ _id, at }) satisfies TitleChangeDocument);
      // A target that adds and changes apart knows by this which are there already.
      await target.get(
        'titleChanges',
        changes.map(({ _id }) => _id),
      );
      await target.upsert('titleChanges', changes);
    },
  };
}
