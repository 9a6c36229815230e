import * as v from 'valibot';
import type { WorkDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { mayOpen } from '../../media/life';
import { readerAsking } from '../../reads/asking';
import { workKnownAs } from '../../reads/works';
import { linkToMedia } from '../../steps/media';
import { seen } from './published';

const MEDIA_NOT_FOUND = { code: 'media_not_found' } as const;

/** One's own, sent or not, or what others may see. */
const workWithMedia = async (
  context: Context,
  workId: string,
): Promise<Pick<WorkDocument, '_id' | 'draft' | 'sent'> | ReturnType<typeof refuse>> => {
  const [work, reader] = await Promise.all([workKnownAs(context.db, workId), readerAsking(context)]);
  if (work && reader && work.readerId === reader._id) return work;
  const found = await seen(context, workId);
  return isRefused(found) ? found : { ...found.work, draft: { title: '', text: '', media: [] } };
};

export const openMedia = reading('works.openMedia', {
  caller: 'visitor',
  schema: v.strictObject({ workId: anId, mediaId: anId }),
  run: async (context, { workId, mediaId }) => {
    const work = await workWithMedia(context, workId);
    if (isRefused(work)) return work;
    const isIn = work.draft.media.includes(mediaId) || work.sent?.media.includes(mediaId) === true;
    const media = isIn ? await context.db.get('media', mediaId) : null;
    if (!media || !mayOpen(media, context.openid)) return refuse(MEDIA_NOT_FOUND);
    const link = await linkToMedia(context, media);
    return isRefused(link) ? link : done(link);
  },
});
