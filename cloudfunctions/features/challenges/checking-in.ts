import * as v from 'valibot';
import { checkedIn, periodOf, refusalsToCheckIn } from '../../community/challenge-days';
import { shownName } from '../../community/shown-name';
import { shownOrWaits } from '../../community/shown-words';
import type { ChallengeNoteDocument, ChallengeRunDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import type { TextVerdict } from '../../kernel/text-check';
import { aDay, anId, someLines } from '../../kernel/validate';
import { eventLine } from '../../steps/event-log';
import { challengePage, maySharePage, type Challenge, type ChallengeAsking } from '../../views/challenges';
import { freshRun, ownChallenge, takingPart } from './found';

const LONGEST = 140;

interface Said {
  on: string;
  text: string;
  titleId: string;
  share: boolean;
}

/**
 * One day, with or without words. The run carries that it counts once; words that others are to read are
 * checked by WeChat before the transaction, and wait for staff where the library wants that.
 */
export const checkIn = writing('challenges.checkIn', {
  caller: 'reader',
  schema: v.strictObject({
    eventId: anId,
    on: aDay,
    makeUp: v.boolean(),
    text: someLines(LONGEST),
    titleId: v.union([v.literal(''), anId]),
    share: v.boolean(),
  }),
  prepare: async (context, { eventId, text, titleId, share }) => {
    const found = await takingPart(context, { eventId });
    if ('refusals' in found) return found;
    const book = found.asking.books.find((each) => each.titleId === titleId);
    if (titleId !== '' && !book) return refuse({ code: 'title_not_at_home' });
    const shares = share && text !== '' && maySharePage(context);
    if (!shares) return { ...found, book, verdict: null };
    const { openid, today } = context;
    const verdict = await context.checkText({ openid, text, signedAs: shownName(found.reader, today) });
    return verdict === 'risky' ? refuse({ code: 'text_not_allowed' }) : { ...found, book, verdict };
  },
  run: async (context, { on, makeUp, ...said }, transaction, { event, asking, reader, book, verdict }) => {
    const fresh = freshRun(event, reader);
    const before = (await transaction.get('challengeRuns', fresh._id)) ?? fresh;
    const refusals = refusalsToCheckIn(event, event.challenge.makeUps, before, { on, makeUp }, context);
    if (refusals.length > 0) return { refusals };
    const days = checkedIn(before, on, context);
    const run: ChallengeRunDocument = {
      ...before,
      days,
      count: days.length,
      lastOn: days.at(-1)?.on ?? '',
      endsOn: periodOf(event).last,
    };
    await transaction.put('challengeRuns', run);
    const note = noteOf(context, { event, reader, verdict }, { ...said, on }, book?.title ?? '');
    if (note) await transaction.put('challengeNotes', note);
    return {
      value: challengePage(event, withNote({ ...asking, run }, note), context),
      log: eventLine(
        days.some((day) => day.on === on && day.madeUp) ? `补打卡 ${on}` : '阅读打卡',
        event,
        reader,
      ),
    };
  },
});

interface By {
  event: Challenge;
  reader: ReaderDocument;
  /** null: nobody else is to read it. */
  verdict: TextVerdict | null;
}

/** Nothing said: nothing is written, and what was said before stays. */
const noteOf = (
  { now, today, library, newId }: Context,
  { event, reader, verdict }: By,
  { on, text, titleId }: Said,
  book: string,
): ChallengeNoteDocument | null =>
  text === '' && titleId === ''
    ? null
    : {
        _id: `${event._id}_${reader._id}_${on}`,
        noteId: newId(),
        eventId: event._id,
        readerId: reader._id,
        ...{ on, text, titleId, book },
        author: verdict === null ? '' : shownName(reader, today),
        status: verdict === null ? 'own' : shownOrWaits(verdict === 'pass', library.settings),
        why: '',
        checkedBy: '',
        at: now,
      };

const withNote = (asking: ChallengeAsking, note: ChallengeNoteDocument | null): ChallengeAsking => ({
  ...asking,
  notes: note
    ? [note, ...asking.notes.filter(({ _id }) => _id !== note._id)].sort((a, b) => (a.on < b.on ? 1 : -1))
    : asking.notes,
});

/** One's own words go whenever one wishes, whatever became of them; the day stays. */
export const dropNote = writing('challenges.dropNote', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId, on: aDay }),
  prepare: async (context, { eventId }) => ownChallenge(context, eventId),
  run: async (context, { on }, transaction, { event, asking, reader }) => {
    const id = `${event._id}_${reader._id}_${on}`;
    const note = await transaction.get('challengeNotes', id);
    if (!note) return refuse({ code: 'note_not_found' });
    await transaction.remove('challengeNotes', id);
    const notes = asking.notes.filter(({ _id }) => _id !== id);
    return {
      value: challengePage(event, { ...asking, notes }, context),
      log: { outcome: '删除打卡留言', readerId: reader._id, titleName: event.title },
    };
  },
});
