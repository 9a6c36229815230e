import type { Reader } from '../../typings/contract/account';
import { policyFor } from '../circulation/policy';
import { blocksOf, debtBlock, depositBlock } from '../circulation/reader-blocks';
import type { Library, ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';

/** Topics that came later: who was a reader before is told of them until they say no. */
const ADDED_TOPICS = { reference: true, news: true, article: true };

/** "138****1234": enough to know one's own number by. */
const masked = (phone: string): string =>
  phone.length < 7 ? '' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** The library's own name of a category of readers. One that is no longer in its settings goes by its id. */
export const categoryName = ({ settings }: Pick<Library, 'settings'>, category: string): string =>
  settings.readerCategories.find(({ id }) => id === category)?.name ?? category;

/**
 * A reader as they see themselves. The blocks are those that their own document tells: overdue loans are
 * counted by `whoAsks`.
 */
export const readerView = (
  reader: ReaderDocument,
  { today, library }: Pick<Context, 'today' | 'library'>,
): Reader => {
  const rules = policyFor(library.policies, {
    readerCategory: reader.category,
    itemType: '*',
    branchId: '*',
  });
  return {
    readerId: reader._id,
    name: reader.name,
    cardNumber: reader.cardNumber,
    category: reader.category,
    categoryName: categoryName(library, reader.category),
    expiresOn: reader.expiresOn,
    phone: masked(reader.phone),
    blocks: [...blocksOf(reader, today), ...debtBlock(reader, rules), ...depositBlock(reader, rules)],
    // Of readers from before there was a topic: it is on.
    topics: { ...ADDED_TOPICS, ...reader.topics },
    standing: reader.standing,
    owes: reader.owes,
    deposit: reader.deposit,
    keepsHistory: reader.keepsHistory,
    interests: reader.interests,
    language: reader.language,
  };
};
