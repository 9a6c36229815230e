import type { ListCard, ListPage, ListedTitle, OwnList } from '../../../typings/contract/lists';
import { goneTitle } from '../../cataloguing/title-facts';
import type { BookListDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Database } from '../../kernel/database';
import { pageOf, startOf } from '../../kernel/page';
import { coversOf, titlesNow, type ListFacts } from '../../reads/book-lists';
import { copiesByTitle } from '../../reads/items';
import { availabilityOf } from '../../views/availability';
import { listCard } from '../../views/book-lists';
import { isBuiltIn } from './list';

/**
 * WeChat ties what readers write for others to a category of its own: a library without it shows none of
 * theirs.
 */
export const readersOpen = ({ library }: Pick<Context, 'library'>): boolean =>
  library.settings.openContent?.lists === true;

/** Lists as everybody sees them. */
export const cardsOf = async (db: Database, lists: readonly ListFacts[]): Promise<ListCard[]> => {
  const title = await coversOf(db, lists);
  return lists.map((list) => listCard(list, title));
};

/** Lists as their owner and the staff see them. */
export const ownListsOf = async (db: Database, lists: readonly ListFacts[]): Promise<OwnList[]> => {
  const title = await coversOf(db, lists);
  return lists.map((list) => ({ ...listCard(list, title), shown: list.shown, why: list.why }));
};

export const ownListOf = async (db: Database, list: ListFacts): Promise<OwnList> => {
  const [own] = await ownListsOf(db, [list]);
  if (!own) throw new Error(`no view of list ${list._id}`);
  return own;
};

/**
 * A page of a list's titles with what can be had of them now. Others than its owner see no titles that are
 * gone.
 */
export const listPageOf = async (
  { db, library }: Pick<Context, 'db' | 'library'>,
  list: BookListDocument,
  { after, mine, editing }: { after?: string; mine: boolean; editing: boolean },
): Promise<ListPage> => {
  const { list: rows, next } = pageOf(list.titles.slice(startOf(after)), startOf(after));
  const shown = rows.map(({ titleId }) => titleId);
  const title = await titlesNow(db, [...shown, ...list.covers]);
  const copiesOf = await copiesByTitle(
    db,
    shown.flatMap((id) => title(id)?.titleId ?? []),
  );
  const seen = new Set<string>();
  const titles = rows.flatMap(({ titleId, note }): ListedTitle[] => {
    const facts = title(titleId);
    const id = facts?.titleId ?? titleId;
    // Two of its titles were joined to one since: it stands here once.
    if (seen.has(id) || (!facts && !editing)) return [];
    seen.add(id);
    return [
      {
        title: facts ?? goneTitle(titleId),
        listedAs: titleId,
        note,
        availability: availabilityOf(library, copiesOf(id)),
        gone: !facts,
      },
    ];
  });
  const head = { ...listCard(list, title), shown: list.shown, why: list.why };
  return {
    head: { ...head, mine, builtIn: isBuiltIn(list) },
    readersOpen: readersOpen({ library }),
    list: titles,
    ...(next && { next }),
  };
};
