import type { WishState } from '../../../typings/contract/work-states';
import { isTold } from '../../cataloguing/wishing';
import type { WishDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { nextReaders } from '../../reads/next-readers';
import type { Part } from '../../steps/spreading';

const HEADS: Partial<Record<WishState, string>> = {
  ordered: '您荐购的书已订购',
  arrived: '您荐购的书到馆了',
  declined: '您荐购的书没有采纳',
};

const bodyOf = ({ title, state, answer }: WishDocument): string => {
  switch (state) {
    case 'ordered':
      return `《${title}》已经订购，到馆后再通知您。${answer}`;
    case 'arrived':
      return `《${title}》已入藏，现在可以借阅或预约。`;
    default:
      return `《${title}》：${answer}`;
  }
};

const linkOf = ({ _id, state, titleId }: WishDocument): string =>
  state === 'arrived'
    ? `/features/catalogue/pages/title/index?titleId=${titleId}`
    : `/features/wishes/pages/one/index?wishId=${_id}`;

/** The next who asked for a book; null: it was taken up again before they were told. */
export const wishPart = async (context: JobContext, id: string, after: string): Promise<Part | null> => {
  const { db } = context;
  const wish = await db.get('wishes', id);
  if (!wish || !isTold(wish.state)) return null;
  return {
    ...(await nextReaders(db, 'wishVoices', { wishId: id }, after)),
    telling: (readerId) => ({
      occasion: `wish_${id}_${wish.since}_${readerId}`,
      readerId,
      topic: 'account',
      title: HEADS[wish.state] ?? '',
      body: bodyOf(wish),
      link: linkOf(wish),
      facts: { title: wish.title },
    }),
  };
};
