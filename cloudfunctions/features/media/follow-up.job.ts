import { everyTick, fullOf } from '../../kernel/job';
import { missingVerdict } from '../../media/life';
import { askAboutMedia, putMediaState, tellMediaMoved } from '../../steps/media';

const BATCH = 50;

const UNCHECKED = { state: 'checking' };

/** A verdict that does not come is asked for again; one that did not come in time is left to people. */
export const followUpMedia = everyTick(
  'follow_up_media',
  () => [{ collection: 'media', where: UNCHECKED }],
  async (context) => {
    const { db, now } = context;
    const rows = await db.find('media', {
      where: UNCHECKED,
      orderBy: [['handedAt', 'asc']],
      limit: BATCH,
    });
    let done = 0;
    for (const media of rows) {
      const missing = missingVerdict(media, now);
      if (missing === 'nothing') continue;
      done += 1;
      if (missing === 'ask') await askAboutMedia(context, media);
      else {
        await db.transact(async (transaction) => {
          const there = await transaction.get('media', media._id);
          if (there?.state === 'checking') await putMediaState(transaction, there, 'unsure', now);
        });
        await tellMediaMoved(context, media);
      }
    }
    // What was asked for again is looked at with the next tick.
    return { ...fullOf(done, BATCH), after: null };
  },
);
