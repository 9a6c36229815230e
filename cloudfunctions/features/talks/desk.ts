import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import type { DeskCardGiven } from '../../../typings/contract/talks';
import type { TalkDocument } from '../../documents';
import type { Transaction } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { talkWithin } from '../../reads/talks';
import {
  answersIn,
  ended,
  queued,
  refusalsOfStaff,
  talkNow,
  type TalkAct,
  type TalkTime,
} from '../../reference/talk';
import { deliveryRules } from '../../reference/delivery-rules';
import { ringTalk } from '../../steps/bells';
import { addLine, tellIfAway } from '../../steps/talks';
import { takingBack } from './taking-back';
import { lineView } from '../../views/talks';
import { NOTHING_SAID, aLineNumber, aSkill, filled, isSomething, sayingOfStaff } from './given';
import { mediaLink, oneOfTalk, sayWith } from './media';
import { movedByStaff, stay, timeHere, viewOf } from './here';
import { linesBehind, noteLook, typesUntil, waitOf } from './showing';

/** A talk in which this member of the staff may do that now; or why not. */
export const talkOf = async (
  transaction: Transaction,
  talkId: string,
  time: TalkTime,
  { act, openid }: { act: TalkAct; openid: string },
): Promise<TalkDocument | { refusals: Refusal[] }> => {
  const talk = await talkWithin(transaction, talkId, time);
  if (!talk) return refuse({ code: 'talk_not_found' });
  const refusals = refusalsOfStaff(act, talk, openid);
  return refusals.length > 0 ? { refusals } : talk;
};

export const show = reading('talkDesk.show', {
  role: 'reference',
  schema: v.strictObject({ talkId: anId, after: v.optional(aLineNumber), typing: v.optional(v.boolean()) }),
  run: async (context, { talkId, after = 0, typing }) => {
    const { db, now, openid } = context;
    const [stored, time] = await Promise.all([db.get('talks', talkId), timeHere(context)]);
    if (!stored) return refuse({ code: 'talk_not_found' });
    await stay(context);
    const talk = talkNow(stored, time);
    const [rows, marks, wait, reader, media] = await Promise.all([
      linesBehind(context, talkId, after),
      db.get('talkMarks', talkId),
      waitOf(context, talk, time),
      db.get('readers', talk.readerId),
      db.getMany('media', talk.media),
    ]);
    // Only those who answer have read it for the reader.
    if (answersIn(talk, openid)) {
      const staffSeen = Math.max(marks?.staffSeen ?? 0, after, ...rows.map(({ number }) => number));
      await noteLook(context, talkId, { staffSeen, staffAt: now, staffTypesUntil: typesUntil(typing, now) });
    }
    return done({
      talk: viewOf(context, talk, reader, { wait, marks, media }),
      lines: rows.map(lineView),
      deliversDocuments: deliveryRules(context.library).open,
    });
  },
});

const isNoteOfWords = ({ note, card }: { note?: boolean | undefined; card?: DeskCardGiven | undefined }) =>
  !note || card?.kind !== 'media';

export const say = writing('talkDesk.say', {
  role: 'reference',
  schema: v.pipe(
    v.strictObject({ talkId: anId, ...sayingOfStaff, note: v.optional(v.boolean()) }),
    // What stands in a talk its reader may open.
    v.forward(v.partialCheck([['note'], ['card']], isNoteOfWords, '备注里不能放文件'), ['note']),
    v.forward(v.partialCheck([['text'], ['card']], isSomething, NOTHING_SAID), ['text']),
  ),
  prepare: async (context, { card }) => {
    const [given, time] = await Promise.all([filled(context, card), timeHere(context)]);
    return isRefused(given) ? given : { card: given.card, time };
  },
  afterwards: (context, { talkId }) => ringTalk(context, talkId, 'reader'),
  run: async (context, { talkId, text, note }, transaction, { card, time }) => {
    const { openid, now, staff } = context;
    const talk = await talkWithin(transaction, talkId, time);
    if (!talk) return refuse({ code: 'talk_not_found' });
    const refusals = note ? [] : refusalsOfStaff('answer', talk, openid);
    if (refusals.length > 0) return { refusals };
    const from = note ? ('note' as const) : ('staff' as const);
    const said = { from, by: staff.name, staffId: openid, text };
    const after = await sayWith(transaction, context, talk, { ...said, card });
    if (isRefused(after)) return after;
    if (!note) await tellIfAway(transaction, context, after);
    return {
      value: { number: after.lines, at: now },
      log: { outcome: note ? '咨询备注' : '回复咨询', readerId: talk.readerId },
    };
  },
});

export const takeBack = writing('talkDesk.takeBack', {
  role: 'reference',
  schema: v.strictObject({ talkId: anId, number: aLineNumber }),
  afterwards: (context, { talkId }) => ringTalk(context, talkId, 'reader'),
  run: (context, input, transaction) =>
    takingBack(transaction, context, input, {
      side: 'staff',
      isOwn: ({ staffId }) => staffId === context.openid,
    }),
});

export const openMedia = reading('talkDesk.openMedia', {
  role: 'reference',
  schema: oneOfTalk,
  run: async (context, { talkId, mediaId }) => {
    const talk = await context.db.get('talks', talkId);
    return mediaLink(context, talk, mediaId);
  },
});

/** Another takes over: the note is for colleagues, the reader keeps the first arrival. */
export const handOver = writing('talkDesk.handOver', {
  role: 'reference',
  schema: v.strictObject({ talkId: anId, skill: aSkill, note: aText(300) }),
  prepare: (context) => timeHere(context),
  afterwards: (context, { talkId }) => movedByStaff(context, talkId),
  run: async (context, { talkId, skill, note }, transaction, time) => {
    const { openid, now, staff } = context;
    const talk = await talkOf(transaction, talkId, time, { act: 'hand_over', openid: openid });
    if (isRefused(talk)) return talk;
    const noted = await addLine(
      transaction,
      talk,
      { from: 'note', by: staff.name, staffId: openid, text: note, card: null },
      context,
    );
    const told = await addLine(
      transaction,
      noted,
      { from: 'library', by: staff.name, staffId: openid, text: '已转给其他馆员，请稍候', card: null },
      context,
    );
    await transaction.put('talks', { ...queued(told, { first: false, at: now }), skill });
    return { value: { talkId }, log: { outcome: '转交咨询', readerId: talk.readerId } };
  },
});

export const finish = writing('talkDesk.finish', {
  role: 'reference',
  schema: v.strictObject({ talkId: anId }),
  prepare: (context) => timeHere(context),
  afterwards: (context, { talkId }) => movedByStaff(context, talkId),
  run: async (context, { talkId }, transaction, time) => {
    const talk = await talkOf(transaction, talkId, time, { act: 'finish', openid: context.openid });
    if (isRefused(talk)) return talk;
    const told = await addLine(
      transaction,
      talk,
      {
        from: 'library',
        by: context.staff.name,
        staffId: context.openid,
        text: '解答完毕。一天内还可以接着问',
        card: null,
      },
      context,
    );
    await transaction.put('talks', ended(told, 'answered', context.now));
    return { value: { talkId }, log: { outcome: '结束解答', readerId: talk.readerId } };
  },
});
