import type { TitleDocument } from '../documents';
import { keysOfTitle } from '../search/keys';
import { both, joinedRecord } from './title-record';

const MOST_OTHER_FORMS = 20;

/**
 * Two titles that are one book as one: it keeps its place in the catalogue, is as old as the older and as
 * wanted as both.
 */
export function joinedTitle(kept: TitleDocument, gone: TitleDocument): TitleDocument {
  const record = joinedRecord(kept, gone);
  return {
    ...kept,
    ...record,
    also: both(kept.also, gone.also).slice(0, MOST_OTHER_FORMS),
    keys: keysOfTitle(record),
    addedAt: kept.addedAt < gone.addedAt ? kept.addedAt : gone.addedAt,
    popularity: kept.popularity + gone.popularity,
  };
}
