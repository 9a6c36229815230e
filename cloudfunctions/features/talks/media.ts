import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import type { TalkDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { done, isRefused, refuse, type Decision } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { mayOpen } from '../../media/life';
import { linkToMedia } from '../../steps/media';
import { addLine, putMedia } from '../../steps/talks';
import type { Filled } from './given';

export const oneOfTalk = v.strictObject({ talkId: anId, mediaId: anId });

/** A link to something in a talk that the caller may see; null: they may not. */
export const mediaLink = async (
  context: Context,
  talk: TalkDocument | null,
  mediaId: string,
): Promise<Decision<{ fileId: string }>> => {
  if (!talk) return refuse({ code: 'talk_not_found' });
  const media = talk.media.includes(mediaId) ? await context.db.get('media', mediaId) : null;
  if (!media) return refuse({ code: 'media_not_found' });
  if (!mayOpen(media, context.openid)) return refuse({ code: 'media_is', state: media.state });
  const link = await linkToMedia(context, media);
  return isRefused(link) ? link : done(link);
};

type Said = Omit<Parameters<typeof addLine>[2], 'card'> & { card: Filled };

/** A line with its card; a picture, a voice or a file is put into the talk with it. */
export const sayWith = async (
  transaction: Transaction,
  context: Context,
  talk: TalkDocument,
  { card, ...said }: Said,
): Promise<TalkDocument | { refusals: Refusal[] }> => {
  if (card?.kind !== 'put') return addLine(transaction, talk, { ...said, card }, context);
  const put = await putMedia(transaction, context, talk, card.mediaId);
  if (isRefused(put)) return put;
  return addLine(transaction, put.talk, { ...said, card: put.card }, context);
};
