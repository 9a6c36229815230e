import * as v from 'valibot';
import type { TalkWait } from '../../../typings/contract/talks';
import type { TalkDocument, TalkLineDocument, TalkMarkDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between } from '../../kernel/database';
import { addMinutes, localTimeOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forReader } from '../../reads/asking';
import { hoursInWords } from '../../circulation/calendar';
import { answeringHours, lastWaits, openTalks, placeIn, talkTime } from '../../reads/talks';
import { deliveryRules } from '../../reference/delivery-rules';
import { isOpen, talkNow, waitingMinutes, type TalkTime } from '../../reference/talk';
import { lineView, talkRow, talkView } from '../../views/talks';
import { aLineNumber } from './given';
import { mediaLink, oneOfTalk } from './media';

/** Lines of one answer; a page asks on behind the last one. */
const LINES = 100;
/** Somebody is typing for so long after they said so. */
const TYPES_MINUTES = 0.1;

export const typesUntil = (typing: boolean | undefined, now: string): string =>
  typing ? addMinutes(now, TYPES_MINUTES) : '';

export const linesBehind = (
  { db }: Pick<Context, 'db'>,
  talkId: string,
  after = 0,
): Promise<TalkLineDocument[]> =>
  db.find('talkLines', {
    where: { talkId, number: between({ from: after + 1 }) },
    orderBy: [['number', 'asc']],
    limit: LINES,
  });

/** Where somebody stands in the queue; null of a talk that does not wait. */
export const waitOf = async (
  context: Pick<Context, 'db'>,
  talk: TalkDocument,
  time: TalkTime,
): Promise<TalkWait | null> => {
  if (talk.state !== 'waiting') return null;
  const [open, waits] = await Promise.all([openTalks(context, time), lastWaits(context)]);
  const place = placeIn(open, talk._id) || 1;
  return { place, minutes: waitingMinutes(waits, place) };
};

/** What was shown is seen. Outside the log, and lost without harm. */
export const noteLook = (
  { db }: Pick<Context, 'db'>,
  talkId: string,
  marks: Partial<TalkMarkDocument>,
): Promise<number> => db.updateWhere('talkMarks', { _id: talkId }, marks);

export const show = reading('talks.show', {
  caller: 'reader',
  schema: v.strictObject({ talkId: anId, after: v.optional(aLineNumber), typing: v.optional(v.boolean()) }),
  run: forReader(async (context, { talkId, after = 0, typing }, reader) => {
    const { db, now } = context;
    const [stored, time] = await Promise.all([db.get('talks', talkId), talkTime(context)]);
    if (stored?.readerId !== reader._id) return refuse({ code: 'talk_not_found' });
    const talk = talkNow(stored, time);
    const [rows, marks, wait, media] = await Promise.all([
      linesBehind(context, talkId, after),
      db.get('talkMarks', talkId),
      waitOf(context, talk, time),
      db.getMany('media', talk.media),
    ]);
    const readerSeen = Math.max(marks?.readerSeen ?? 0, after, ...rows.map(({ number }) => number));
    await noteLook(context, talkId, {
      readerSeen,
      readerAt: now,
      readerTypesUntil: typesUntil(typing, now),
    });
    return done({
      talk: talkView(talk, marks, { side: 'reader', wait, now, media }),
      lines: rows.filter(({ from }) => from !== 'note').map(lineView),
      deliversDocuments: deliveryRules(context.library).open,
    });
  }),
});

export const openMedia = reading('talks.openMedia', {
  caller: 'reader',
  schema: oneOfTalk,
  run: forReader(async (context, { talkId, mediaId }, reader) => {
    const talk = await context.db.get('talks', talkId);
    return mediaLink(context, talk?.readerId === reader._id ? talk : null, mediaId);
  }),
});

export const mine = reading('talks.mine', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async (context, { after }, reader) => {
    const { db, now, today, library } = context;
    const [rows, time, open] = await Promise.all([
      db.find('talks', {
        where: { readerId: reader._id },
        orderBy: [['askedAt', 'desc']],
        skip: startOf(after),
        limit: PAGE_SIZE + 1,
      }),
      talkTime(context),
      db.get('openTalks', reader._id),
    ]);
    const { list, next } = pageOf(rows, startOf(after));
    const [marks, last] = await Promise.all([
      db.getMany(
        'talkMarks',
        list.map(({ _id }) => _id),
      ),
      open ? db.get('talks', open.talkId) : null,
    ]);
    const hours = answeringHours(library, today);
    return done({
      hours: {
        open: time.open,
        today: hours && localTimeOf(now) < hours.to ? hoursInWords(hours) : '',
        staffed: time.open && time.present.size > 0,
      },
      deliversDocuments: deliveryRules(library).open,
      watchesSubjects: library.settings.profiles?.open ?? false,
      openTalkId: last && isOpen(talkNow(last, time)) ? last._id : '',
      list: list.map((talk) =>
        talkRow(
          talkNow(talk, time),
          marks.find(({ _id }) => _id === talk._id),
        ),
      ),
      next,
    });
  }),
});
