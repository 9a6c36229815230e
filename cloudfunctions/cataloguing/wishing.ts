import type { WishAct, WishedBook } from '../../typings/contract/wishes';
import type { WishState } from '../../typings/contract/work-states';
import type { Refusal } from '../../typings/contract/refusals';
import type { LibrarySettings, ReaderDocument, WishDocument } from '../documents';
import { authorKey, titleKey } from '../search/keys';

const DEFAULT_PER_MONTH = 5;

/** Books that a reader may ask for in a month; 0: none are taken. */
export const wishesPerMonth = ({ wishesPerMonth: own }: Pick<LibrarySettings, 'wishesPerMonth'>): number =>
  own ?? DEFAULT_PER_MONTH;

/** From which states staff get a book to another one; a no may be thought over, what has come stays. */
const FROM: Record<WishAct, readonly WishState[]> = {
  consider: ['received', 'declined'],
  order: ['received', 'considering', 'declined'],
  decline: ['received', 'considering', 'ordered'],
  arrive: ['received', 'considering', 'ordered', 'declined'],
};
const TO: Record<WishAct, WishState> = {
  consider: 'considering',
  order: 'ordered',
  decline: 'declined',
  arrive: 'arrived',
};
const ACTS = ['consider', 'order', 'arrive', 'decline'] as const satisfies WishAct[];

export const wishActs = ({ state }: Pick<WishDocument, 'state'>): WishAct[] =>
  ACTS.filter((act) => FROM[act].includes(state));

export const stateAfter = (act: WishAct): WishState => TO[act];

/** Who asked is told of what the library has decided; that it thinks about it stands on the page. */
export const isTold = (state: WishState): boolean =>
  state === 'ordered' || state === 'arrived' || state === 'declined';

/** Nothing was ordered yet, so that a reader may change their mind. */
export const isWithdrawable = ({ state }: Pick<WishDocument, 'state'>): boolean =>
  state === 'received' || state === 'considering';

const SEVERAL = /[、，,；;/]/;

/** The first of the names that were typed. */
export const firstAuthor = (author: string): string => author.split(SEVERAL)[0]?.trim() ?? '';

/**
 * Under which a book is met by whoever asks for it too: its ISBN, its title with the first author. A title
 * alone is no book.
 */
export const wishKeys = ({ title, author, isbn }: WishedBook): string[] => {
  const first = firstAuthor(author);
  return [...(isbn ? [isbn] : []), ...(first ? [`${titleKey(title)}${authorKey(first)}`] : [])];
};

/** Books that the reader asked for in this month. */
const askedIn = ({ wishes }: Pick<ReaderDocument, 'wishes'>, month: string): number =>
  wishes?.month === month ? wishes.count : 0;

/** How many of a month are left; never below none, though the library may have lowered it. */
export const wishesLeft = (reader: Pick<ReaderDocument, 'wishes'>, month: string, perMonth: number): number =>
  Math.max(0, perMonth - askedIn(reader, month));

/** Why a reader cannot ask for a book, or join those who did. */
export const refusalsToWish = ({
  reader,
  month,
  perMonth,
  wish,
  isMine,
}: {
  reader: Pick<ReaderDocument, 'wishes' | 'standing'>;
  month: string;
  perMonth: number;
  wish: Pick<WishDocument, 'state' | 'title' | 'titleId'> | null;
  isMine: boolean;
}): Refusal[] => {
  if (perMonth === 0) return [{ code: 'wishes_not_open' }];
  if (reader.standing === 'closed') return [{ code: 'account_closed' }];
  if (wish && isMine) return [{ code: 'wish_asked_already', state: wish.state }];
  if (wish?.state === 'arrived')
    return [{ code: 'wish_held_here', titleId: wish.titleId, title: wish.title, other: false }];
  return wishesLeft(reader, month, perMonth) > 0
    ? []
    : [{ code: 'wish_limit_reached', current: askedIn(reader, month), limit: perMonth }];
};
