import * as v from 'valibot';
import type { WorkDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { workKnownAs } from '../../reads/works';
import { linkToMedia } from '../../steps/media';
import { WORK_NOT_FOUND } from './input';
import { judged, notYet, workToJudge } from './judging';

/** What was sent, and has a file still. */
const opened = async (context: StaffContext, { sent }: WorkDocument, mediaId: string) => {
  const media = sent?.media.includes(mediaId) ? await context.db.get('media', mediaId) : null;
  if (!media || media.state === 'refused' || media.state === 'awaited')
    return refuse({ code: 'media_not_found' });
  const link = await linkToMedia(context, media);
  return isRefused(link) ? link : done(link);
};

/** Organisers look at what nobody else has seen yet. */
export const openAtDesk = reading('workDesk.openMedia', {
  role: 'events',
  schema: v.strictObject({ workId: anId, mediaId: anId }),
  run: async (context, { workId, mediaId }) => {
    const work = await workKnownAs(context.db, workId);
    return work ? opened(context, work, mediaId) : refuse(WORK_NOT_FOUND);
  },
});

export const openAsJudge = reading('judging.openMedia', {
  role: 'any',
  schema: v.strictObject({ callId: anId, workId: anId, mediaId: anId }),
  run: async (context, { callId, workId, mediaId }) => {
    const found = await judged(context, context.db, callId);
    if (isRefused(found)) return found;
    const early = notYet(found.call, context);
    if (early.length > 0) return { refusals: early };
    const work = await workToJudge(context, callId, workId);
    return isRefused(work) ? work : opened(context, work, mediaId);
  },
});
