import * as v from 'valibot';
import type { TalkDocument, TalkPresenceDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { opaqueId } from '../../kernel/opaque-id';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';
import { openTalks, talkTime, talkWithin } from '../../reads/talks';
import { refusalsOfStaff, type TalkTime } from '../../reference/talk';
import { turnsOf, type Librarian } from '../../reference/turn';
import { addLine } from '../../steps/talks';
import { deskTalkRow } from '../../views/talks';
import { aSkill } from './given';
import { movedByStaff, stay, thereUntil, timeHere, viewOf } from './here';

const TALKS_AT_A_TIME = 3;
const MOST_AT_A_TIME = 10;

const readersOf = async ({ db }: StaffContext, talks: readonly TalkDocument[]) => {
  const readers = await db.getMany('readers', [...new Set(talks.map(({ readerId }) => readerId))]);
  return new Map(readers.map((reader) => [reader._id, reader]));
};

/** Somebody who is there, with what they have. */
const librarianOf = (
  { _id, limit, skills = [] }: TalkPresenceDocument,
  talks: readonly TalkDocument[],
): Librarian => {
  const own = talks.filter(({ state, takenBy }) => state === 'talking' && takenBy === _id);
  const lastTakenAt = own.map(({ takenAt }) => takenAt).reduce((a, b) => (b > a ? b : a), '');
  return { id: _id, limit, skills, talks: own.length, lastTakenAt };
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
    const skills = own?.skills ?? [];
    const turns = turnsOf(
      talks.filter(({ state }) => state === 'waiting').map(({ _id, skill }) => ({ talkId: _id, skill })),
      presences.filter(({ until }) => until > now).map((each) => librarianOf(each, talks)),
    );
    const rows = talks.map((talk) => {
      const turn = turns.get(talk._id);
      const asked = { openid, now, skills, ...(turn !== undefined && { turn }) };
      return deskTalkRow(talk, readers.get(talk.readerId)?.name ?? '', asked);
    });
    const of = (state: TalkDocument['state']) => rows.filter((row) => row.state === state);
    return done({
      here,
      limit: own?.limit ?? TALKS_AT_A_TIME,
      skills,
      waiting: of('waiting'),
      talking: of('talking'),
      left: of('left'),
      colleagues: presences
        .filter(({ _id, until }) => until > now && _id !== openid)
        .map(({ _id, name }) => ({
          memberId: opaqueId(_id),
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
    skills: v.optional(v.pipe(v.array(aSkill), v.maxLength(10, '最多 10 类'))),
  }),
  run: async (context, { here, limit, skills }, transaction) => {
    const { openid, now, staff } = context;
    const before = await transaction.get('talkPresences', openid);
    await transaction.put('talkPresences', {
      _id: openid,
      name: staff.name,
      until: here ? thereUntil(now) : now,
      limit: limit ?? before?.limit ?? TALKS_AT_A_TIME,
      skills: [...new Set(skills ?? before?.skills ?? [])],
    });
    return { value: { here }, log: { outcome: here ? '开始接待咨询' : '离开咨询台' } };
  },
});

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
    const presence = await transaction.get('talkPresences', openid);
    await transaction.put('talkPresences', {
      ...{ skills: [], ...presence },
      ...{ _id: openid, name: staff.name, until: thereUntil(now), limit },
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
      invited: [],
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
