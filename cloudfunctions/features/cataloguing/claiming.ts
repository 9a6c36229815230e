import type { AlikeTitle } from '../../../typings/contract/cataloguing';
import type { TitleRecord } from '../../../typings/contract/title-record';
import type { Transaction } from '../../kernel/database';
import { authorKey, titleKey } from '../../search/keys';
import { alikeOf } from './alike';

/**
 * Two desks that catalogue the same book at once: each sees nothing of the other by query, but both write the
 * claims of the book's names, so that the second one runs again and meets the first one's claim. Claims
 * matter for the life of a transaction only.
 */
export async function claim(
  transaction: Transaction,
  titleId: string,
  record: TitleRecord,
  { now, besides }: { now: string; besides: readonly string[] },
): Promise<AlikeTitle[]> {
  const alike = new Map<string, AlikeTitle>();
  for (const name of namesOf(record)) {
    const other = await transaction.get('titleClaims', name);
    const known = !other || other.titleId === titleId || besides.includes(other.titleId);
    const title = known ? null : await transaction.get('titles', other.titleId);
    for (const each of title ? alikeOf(record, title) : []) alike.set(each.titleId, each);
  }
  if (alike.size > 0) return [...alike.values()];
  for (const name of namesOf(record)) await transaction.put('titleClaims', { _id: name, titleId, at: now });
  return [];
}

/**
 * What a book is known by to whoever has it in hand: its ISBNs, or title and first author where it has none.
 */
const namesOf = ({ isbns, title, contributors }: TitleRecord): string[] =>
  isbns.length > 0 ? isbns : [`${titleKey(title)}${authorKey(contributors[0]?.name ?? '')}`];
