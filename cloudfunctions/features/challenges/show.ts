import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAtOnce } from '../../reads/asking';
import { isOfKind } from '../../reads/held-events';
import { challengePage, maySharePage, sharedNote } from '../../views/challenges';
import { challengeFor } from './found';

export const show = reading('challenges.show', {
  caller: 'visitor',
  schema: v.strictObject({ eventId: anId }),
  run: async (context, { eventId }) => {
    const found = await challengeFor(context, eventId);
    return 'refusals' in found ? found : done(challengePage(found.event, found.asking, context));
  },
});

/** What readers said that others may read, newest first. */
export const notes = reading('challenges.notes', {
  caller: 'visitor',
  schema: v.strictObject({ eventId: anId, after: aPageStart }),
  run: async (context, { eventId, after }) => {
    const [event, reader] = await Promise.all([context.db.get('events', eventId), readerAtOnce(context)]);
    if (!isOfKind(event, 'challenge', context)) return refuse({ code: 'event_not_found' });
    if (!maySharePage(context)) return done({ list: [] });
    const page = await pageFrom(
      context.db,
      'challengeNotes',
      { where: { eventId, status: 'shown' }, orderBy: [['at', 'desc']] },
      after,
    );
    return done({ ...page, list: page.list.map((note) => sharedNote(note, reader?._id ?? null)) });
  },
});
