import type { DeskWish, HeldTitle, Wish, WishRow } from '../../typings/contract/wishes';
import { isWithdrawable, wishActs } from '../cataloguing/wishing';
import { factsOf } from '../cataloguing/title-facts';
import type { Library, WishDocument, WishVoiceDocument } from '../documents';
import type { HeldBook } from '../reads/wishes';
import { availabilityOf } from './availability';

export const wishRow = ({ _id, title, author, isbn, state, since, asked }: WishDocument): WishRow => ({
  wishId: _id,
  ...{ title, author, isbn, state, since, asked },
});

/** For a reader: what the others wrote is not theirs to read. */
export const wishView = (wish: WishDocument, voice: WishVoiceDocument | null): Wish => ({
  ...wishRow(wish),
  answer: wish.answer,
  titleId: wish.titleId,
  mine: voice && { why: voice.why, at: voice.at },
  withdrawable: voice !== null && isWithdrawable(wish),
});

export const heldTitle = (library: Library, { title, items, same }: HeldBook): HeldTitle => {
  const { items: copies, onShelf } = availabilityOf(library, items);
  return { ...factsOf(title), isbn: title.isbns[0] ?? '', copies, onShelf, same };
};

export const deskWishView = (
  wish: WishDocument,
  voices: readonly WishVoiceDocument[],
  held: HeldTitle[],
): DeskWish => ({
  ...wishRow(wish),
  answer: wish.answer,
  titleId: wish.titleId,
  firstAt: wish.firstAt,
  whys: voices.filter(({ why }) => why !== '').map(({ why, at }) => ({ why, at })),
  held,
  acts: wishActs(wish),
});
