import type { ArticleWords, Column } from '../../typings/contract/articles';
import type { EventDocument, ItemDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { TitleFacts } from '../../typings/contract/title-record';
import { copiesByTitle, AVAILABILITY_FIELDS } from './items';
import { factsById } from './titles';

/** The library's columns, in their order. */
export const columnsOf = async ({ db }: Pick<Context, 'db'>): Promise<Column[]> => {
  const setting = await db.get('settings', 'columns');
  return setting?._id === 'columns' ? setting.columns : [];
};

export const followId = (columnId: string, readerId: string): string => `${columnId}_${readerId}`;

export interface Named {
  books: { facts: TitleFacts; copies: Pick<ItemDocument, '_id' | (typeof AVAILABILITY_FIELDS)[number]>[] }[];
  events: EventDocument[];
}

/** The books and events that an article shows cards of: three round trips at once. */
export const namedIn = async (
  { db }: Pick<Context, 'db'>,
  { blocks }: Pick<ArticleWords, 'blocks'>,
): Promise<Named> => {
  const titleIds = blocks.flatMap((block) => (block.kind === 'book' ? [block.titleId] : []));
  const eventIds = blocks.flatMap((block) => (block.kind === 'event' ? [block.eventId] : []));
  const [facts, copiesOf, events] = await Promise.all([
    factsById(db, titleIds),
    copiesByTitle(db, titleIds),
    eventIds.length > 0 ? db.getMany('events', eventIds) : [],
  ]);
  const seen = events.filter(({ state }) => state !== 'draft');
  return {
    books: [...new Set(titleIds)].map((titleId) => ({ facts: facts(titleId), copies: copiesOf(titleId) })),
    events: seen,
  };
};
