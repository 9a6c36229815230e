import type { MediaVerdict } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { afterVerdict } from '../../media/life';
import { putMediaState, tellMediaMoved } from '../../steps/media';

/**
 * WeChat's verdict on what it was asked to look at. It names it by a word that only WeChat and the library
 * know: a verdict without it is nobody's. True when there was something to judge.
 */
export const takeVerdict = async (
  context: Pick<JobContext, 'db' | 'now'>,
  traceId: string,
  verdict: MediaVerdict,
): Promise<boolean> => {
  const { db, now } = context;
  const [found] = await db.find('media', { where: { traceIds: traceId }, limit: 1 });
  if (!found) return false;
  const moved = await db.transact(async (transaction) => {
    const media = await transaction.get('media', found._id);
    if (media?.state !== 'checking') return null;
    const { state, askFailed = media.askFailed } = afterVerdict(media, verdict);
    return putMediaState(transaction, { ...media, askFailed }, state, now);
  });
  if (moved) await tellMediaMoved(context, moved);
  return true;
};
