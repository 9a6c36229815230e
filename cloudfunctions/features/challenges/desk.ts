import * as v from 'valibot';
import { figuresOfChallenge } from '../../community/challenge-figures';
import { decisionOn } from '../../community/deciding';
import type { ChallengeRunDocument } from '../../documents';
import type { Database } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, everyOf, pageFrom } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { aVerdict, anId, anInstant } from '../../kernel/validate';

/** Numbers alone: who did not read is nobody's business. */
export const figures = reading('challengeDesk.figures', {
  role: 'events',
  schema: v.strictObject({ eventId: anId }),
  run: async ({ db, today }, { eventId }) => {
    const event = await db.get('events', eventId);
    if (!event?.challenge) return refuse({ code: 'event_not_found' });
    const [runs, teams, waiting] = await Promise.all([
      runsOf(db, eventId),
      db.count('challengeTeams', { eventId }),
      db.count('challengeNotes', { eventId, status: 'waiting' }),
    ]);
    const counted = figuresOfChallenge(runs, event.challenge.steps, today);
    return done({ title: event.title, ...counted, teams, waiting });
  },
});

const runsOf = (db: Database, eventId: string): Promise<ChallengeRunDocument[]> =>
  everyOf(db, 'challengeRuns', { where: { eventId }, orderBy: [['_id', 'asc']], fields: ['days', 'count'] });

/** Words that wait, the oldest first. */
export const notes = reading('challengeDesk.notes', {
  role: 'events',
  schema: v.strictObject({ eventId: anId, after: aPageStart }),
  run: async ({ db }, { eventId, after }) => {
    const where = { eventId, status: 'waiting' };
    const page = await pageFrom(db, 'challengeNotes', { where, orderBy: [['at', 'asc']] }, after);
    return done({
      ...page,
      list: page.list.map(({ noteId, author, on, text, book, at }) => ({
        noteId,
        author,
        on,
        text,
        book,
        at,
      })),
    });
  },
});

/** Staff decide on the words that they read; the writer reads beside them what became of it, and why not. */
export const decide = writing('challengeDesk.decide', {
  role: 'events',
  schema: v.strictObject({ noteId: anId, at: anInstant, ...aVerdict }),
  prepare: async ({ db }, { noteId }) => {
    const [note] = await db.find('challengeNotes', { where: { noteId }, limit: 1, fields: ['noteId'] });
    return note ? { id: note._id } : refuse({ code: 'note_not_found' });
  },
  run: async (context, { noteId, ...said }, transaction, { id }) => {
    const before = await transaction.get('challengeNotes', id);
    // Written anew meanwhile, or kept for oneself: there is nothing to decide on these words any more.
    if (before?.noteId !== noteId || before.status === 'own') return refuse({ code: 'note_not_found' });
    const decision = decisionOn(before, said, context.staff);
    if (isRefused(decision)) return decision;
    await transaction.put('challengeNotes', { ...before, ...decision });
    return {
      value: { noteId },
      log: { outcome: `打卡留言${said.allow ? '通过' : '不通过'}`, comment: said.allow ? '' : said.why },
    };
  },
});
