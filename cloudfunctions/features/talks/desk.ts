import * as v from 'valibot';
import type { ReaderDocument, TalkDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { addMinutes } from '../../kernel/local-date';
import { reading, writing } from '../../kernel/operation';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { aText, anId, nothing } from '../../kernel/validate';
import { openTalks, talkTime, talkWithin } from '../../reads/talks';
import {
  ended,
  queued,
  refusalsOfStaff,
  refusalsToTakeBack,
  talkNow,
  type TalkTime,
} from '../../reference/talk';
import { ringDesk, ringTalk } from '../../steps/bells';
import { addLine, lineId, takeBackLine, tellIfAway } from '../../steps/talks';
import { deskTalkRow, deskTalkView, lineView, talkView } from '../../views/talks';
import { NOTHING_SAID, aLineNumber, aSkill, filled, isSomething, saying } from './given';
import { linesBehind, noteLook, typesUntil, waitOf } from './showing';

/** Minutes that a member of the staff counts as there after they looked. */
const THERE_MINUTES = 1;
const TALKS_AT_A_TIME = 3;
const MOST_AT_A_TIME = 10;

/** Looking makes whoever has come be there for another while. Outside the log: it happens all the time. */
const stay = ({ db, openid, now }: StaffContext): Promise<number> =>
  db.updateWhere('talkPresences', { _id: openid }, { until: addMinutes(now, THERE_MINUTES) });

/** The time of talks for who acts now: they are there, whatever their phone said last. */
const timeHere = async (context: StaffContext): Promise<TalkTime> => {
  const time = await talkTime(context);
  return { ...time, present: new Set([...time.present, context.openid]) };
};

const readersOf = async ({ db }: StaffContext, talks: readonly TalkDocument[]) => {
  const readers = await db.getMany('readers', [...new Set(talks.map(({ readerId }) => readerId))]);
  return new Map(readers.map((reader) => [reader._id, reader]));
};

export const queue = reading('talkDesk.queue', {
  role: 'reference',
  schema: nothing,
  run: async (context) => {
    const { db, now, openid } = context;
    const [presences, time] = await Promise.all([
      db.find('talkPresences', { where: {}, limit: 200 }),
      talkTime(context),
    ]);
    const own = presences.find(({ _id }) => _id === openid);
    const here = own !== undefined && own.until > now;
    if (here) await stay(context);
    const talks = await openTalks(context, time);
    const readers = await readersOf(context, talks);
    const rows = talks.map((talk) => deskTalkRow(talk, readers.get(talk.readerId)?.name ?? '', openid));
    const of = (state: TalkDocument['state']) => rows.filter((row) => row.state === state);
    return done({
      here,
      limit: own?.limit ?? TALKS_AT_A_TIME,
      waiting: of('waiting'),
      talking: of('talking'),
      left: of('left'),
      colleagues: presences
        .filter(({ _id, until }) => until > now && _id !== openid)
        .map(({ _id, name }) => ({
          name,
          talks: talks.filter(({ state, takenBy }) => state === 'talking' && takenBy === _id).length,
        })),
    });
  },
});

export const come = writing('talkDesk.come', {
  role: 'reference',
  schema: v.strictObject({
    here: v.boolean(),
    limit: v.optional(
      v.pipe(
        v.number(),
        v.integer('请填整数'),
        v.minValue(1, '至少 1 个'),
        v.maxValue(MOST_AT_A_TIME, `最多 ${MOST_AT_A_TIME} 个`),
      ),
    ),
  }),
  run: async (context, { here, limit }, transaction) => {
    const { openid, now, staff } = context;
    const before = await transaction.get('talkPresences', openid);
    await transaction.put('talkPresences', {
      _id: openid,
      name: staff.name,
      until: here ? addMinutes(now, THERE_MINUTES) : now,
      limit: limit ?? before?.limit ?? TALKS_AT_A_TIME,
    });
    return { value: { here }, log: { outcome: here ? '开始接待咨询' : '离开咨询台' } };
  },
});

const movedByStaff = async (context: StaffContext, talkId: string): Promise<void> => {
  await ringTalk(context, talkId, 'reader');
  await ringDesk(context);
};

/** How many talks somebody has, and may have. */
const room = async (context: StaffContext, talkId: string, time: TalkTime) => {
  const [talks, own] = await Promise.all([
    openTalks(context, time),
    context.db.get('talkPresences', context.openid),
  ]);
  const current = talks.filter(
    ({ _id, state, takenBy }) => _id !== talkId && state === 'talking' && takenBy === context.openid,
  ).length;
  return { current, limit: own?.limit ?? TALKS_AT_A_TIME };
};

const viewOf = (
  context: StaffContext,
  talk: TalkDocument,
  reader: ReaderDocument | null,
  {
    wait = null,
    marks = null,
  }: Partial<{
    wait: Parameters<typeof talkView>[2]['wait'];
    marks: Parameters<typeof talkView>[1];
  }> = {},
) => deskTalkView(talkView(talk, marks, { side: 'staff', wait, now: context.now }), talk, reader, context);

/**
 * Takes a question. The talk's document carries that one has it: of two who take it at once the second finds
 * it taken. Whoever takes one is there.
 */
export const take = writing('talkDesk.take', {
  role: 'reference',
  schema: v.strictObject({ talkId: anId }),
  prepare: async (context, { talkId }) => {
    const time = await timeHere(context);
    const { current, limit } = await room(context, talkId, time);
    if (current >= limit) return refuse({ code: 'talk_limit_reached', current, limit });
    return { time, limit };
  },
  afterwards: (context, { talkId }) => movedByStaff(context, talkId),
  run: async (context, { talkId }, transaction, { time, limit }) => {
    const { now, openid, staff } = context;
    const talk = await talkWithin(transaction, talkId, time);
    if (!talk) return refuse({ code: 'talk_not_found' });
    if (talk.state === 'talking' && talk.takenBy !== openid)
      return refuse({ code: 'talk_taken', by: talk.takenByName });
    const refusals = talk.state === 'talking' ? [] : refusalsOfStaff('take', talk, openid);
    if (refusals.length > 0) return { refusals };
    const reader = await transaction.get('readers', talk.readerId);
    await transaction.put('talkPresences', {
      _id: openid,
      name: staff.name,
      until: addMinutes(now, THERE_MINUTES),
      limit,
    });
    const isFirstTake = talk.takenAt === '' && talk.state === 'waiting';
    const waited = (Date.parse(now) - Date.parse(talk.askedAt)) / 1000;
    const taken: TalkDocument = {
      ...talk,
      state: 'talking',
      first: false,
      waitsSince: '',
      takenBy: openid,
      takenByName: staff.name,
      takenAt: now,
      secondsAPlace: isFirstTake ? Math.round(waited / talk.askedPlace) : talk.secondsAPlace,
    };
    const after = await addLine(
      transaction,
      taken,
      { from: 'library', by: staff.name, staffId: openid, text: `${staff.name}为您解答`, card: null },
      context,
    );
    return {
      value: viewOf(context, after, reader),
      log: { outcome: '接待咨询', readerId: talk.readerId },
    };
  },
});

export const show = reading('talkDesk.show', {
  role: 'reference',
  schema: v.strictObject({ talkId: anId, after: v.optional(aLineNumber), typing: v.optional(v.boolean()) }),
  run: async (context, { talkId, after = 0, typing }) => {
    const { db, now, openid } = context;
    const [stored, time] = await Promise.all([db.get('talks', talkId), timeHere(context)]);
    if (!stored) return refuse({ code: 'talk_not_found' });
    await stay(context);
    const talk = talkNow(stored, time);
    const [rows, marks, wait, reader] = await Promise.all([
      linesBehind(context, talkId, after),
      db.get('talkMarks', talkId),
      waitOf(context, talk, time),
      db.get('readers', talk.readerId),
    ]);
    // Only who answers has read it for the reader.
    if (talk.takenBy === openid) {
      const staffSeen = Math.max(marks?.staffSeen ?? 0, after, ...rows.map(({ number }) => number));
      await noteLook(context, talkId, { staffSeen, staffAt: now, staffTypesUntil: typesUntil(typing, now) });
    }
    return done({ talk: viewOf(context, talk, reader, { wait, marks }), lines: rows.map(lineView) });
  },
});

export const say = writing('talkDesk.say', {
  role: 'reference',
  schema: v.pipe(
    v.strictObject({ talkId: anId, ...saying, note: v.optional(v.boolean()) }),
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
    const said = {
      from: note ? ('note' as const) : ('staff' as const),
      by: staff.name,
      staffId: openid,
      text,
      card,
    };
    const after = await addLine(transaction, talk, said, context);
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
  run: async (context, { talkId, number }, transaction) => {
    const line = await transaction.get('talkLines', lineId(talkId, number));
    const own = line?.staffId === context.openid ? line : null;
    const refusals = refusalsToTakeBack(own, 'staff', context.now);
    if (refusals.length > 0 || !own) return { refusals };
    await takeBackLine(transaction, own);
    return { value: { number }, log: { outcome: '撤回一句', readerId: own.readerId } };
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
    const talk = await talkWithin(transaction, talkId, time);
    if (!talk) return refuse({ code: 'talk_not_found' });
    const refusals = refusalsOfStaff('hand_over', talk, openid);
    if (refusals.length > 0) return { refusals };
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
    const talk = await talkWithin(transaction, talkId, time);
    if (!talk) return refuse({ code: 'talk_not_found' });
    const refusals = refusalsOfStaff('finish', talk, context.openid);
    if (refusals.length > 0) return { refusals };
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
