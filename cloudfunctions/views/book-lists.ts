import type { ListCard } from '../../typings/contract/lists';
import type { FactsOf, ListFacts } from '../reads/book-lists';

/** A list as everybody sees it. */
export const listCard = (list: ListFacts, title: FactsOf): ListCard => ({
  listId: list._id,
  by: list.by,
  name: list.name,
  about: list.about,
  author: list.author,
  titles: list.count,
  covers: list.covers.flatMap((titleId) => title(titleId) ?? []),
  ...(list.ages && { ages: list.ages }),
  changedAt: list.changedAt,
});
