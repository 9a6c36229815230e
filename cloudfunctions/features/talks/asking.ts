import * as v from 'valibot';
import type { TalkContext } from '../../../typings/contract/talks';
import type { TalkDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aFace, aLine, aText, anId } from '../../kernel/validate';
import { forReaderWithin, readerAsking, readerWithin } from '../../reads/asking';
import { openTalks, talkTime, talkWithin } from '../../reads/talks';
import { ended, isOpen, queued, refusalsToTalk, talkNow, type TalkTime } from '../../reference/talk';
import { ringDesk, ringTalk } from '../../steps/bells';
import { countFace } from '../../steps/faces';
import { takingBack } from './taking-back';
import { talkView } from '../../views/talks';
import { NOTHING_SAID, aLineNumber, aSkill, filled, isSomething, saying, type Filled } from './given';
import { sayWith } from './media';

/** Characters by which a question is told in lists. */
const OPENING = 60;

const aContext = v.variant('kind', [
  v.strictObject({ kind: v.literal('title'), titleId: anId, title: aLine(300) }),
  v.strictObject({ kind: v.literal('search'), text: aText(100) }),
  v.strictObject({ kind: v.literal('page'), words: aText(60) }),
]);

const isRisky = async ({ checkText, openid }: Context, text: string): Promise<boolean> =>
  text !== '' && (await checkText({ openid, text, signedAs: '读者' })) === 'risky';

/** What a reader says, before the transaction: WeChat's check is asked, and the card filled in. */
const looked = async (
  context: Context,
  { text, card }: { text: string; card?: Parameters<typeof filled>[1] },
) => {
  const reader = await readerAsking(context);
  if (!reader) return refuse({ code: 'no_card' });
  const [risky, given, time] = await Promise.all([
    isRisky(context, text),
    filled(context, card),
    talkTime(context),
  ]);
  if (risky) return refuse({ code: 'text_not_allowed' });
  return isRefused(given) ? given : { card: given.card, time };
};

/** The catalogue says what a title is called, not who asks. */
const contextOf = async ({ db }: Context, given: TalkContext | undefined): Promise<TalkContext | null> => {
  if (given?.kind !== 'title') return given ?? null;
  const title = await db.get('titles', given.titleId);
  return title ? { kind: 'title', titleId: title._id, title: title.title } : null;
};

/** The talk that a reader has open, as it is now. `openTalks` carries that there is one at most. */
const openTalkWithin = async (
  transaction: Transaction,
  readerId: string,
  time: TalkTime,
): Promise<TalkDocument | undefined> => {
  const open = await transaction.get('openTalks', readerId);
  const talk = open && (await talkWithin(transaction, open.talkId, time));
  return talk && isOpen(talk) ? talk : undefined;
};

/** A talk that begins with a card is called by what the card says. */
const openingOf = (card: Filled): string => {
  switch (card?.kind) {
    case 'title':
      return card.title;
    case 'search':
      return card.text;
    case 'put':
      return '（发来图片、录音或文件）';
    default:
      return '';
  }
};

export const open = writing('talks.open', {
  caller: 'reader',
  schema: v.pipe(
    v.strictObject({ ...saying, skill: aSkill, context: v.optional(aContext) }),
    v.forward(v.partialCheck([['text'], ['card']], isSomething, NOTHING_SAID), ['text']),
  ),
  prepare: async (context, input) => {
    const said = await looked(context, input);
    if (isRefused(said)) return said;
    const [from, before] = await Promise.all([
      contextOf(context, input.context),
      openTalks(context, said.time),
    ]);
    const waiting = before.filter(({ state }) => state === 'waiting').length;
    return { ...said, from, place: waiting + 1 };
  },
  afterwards: (context) => ringDesk(context),
  run: async (context, { text, skill }, transaction, { card, time, from, place }) => {
    const { now } = context;
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
    const other = await openTalkWithin(transaction, reader._id, time);
    if (other) return refuse({ code: 'talk_open', talkId: other._id });
    const begun: TalkDocument = {
      _id: context.newId(),
      readerId: reader._id,
      openid: context.openid,
      skill,
      state: 'waiting',
      context: from,
      opening: (text || openingOf(card)).slice(0, OPENING),
      askedAt: now,
      first: false,
      waitsSince: now,
      takenBy: '',
      takenByName: '',
      takenAt: '',
      invited: [],
      askedPlace: place,
      secondsAPlace: null,
      lines: 0,
      gone: [],
      media: [],
      lastFrom: 'reader',
      lastReaderAt: now,
      lastStaffAt: '',
      endedAt: '',
      faces: null,
    };
    await transaction.put('openTalks', { _id: reader._id, readerId: reader._id, talkId: begun._id });
    await transaction.add('talkMarks', {
      _id: begun._id,
      readerId: reader._id,
      readerSeen: 1,
      staffSeen: 0,
      readerAt: now,
      staffAt: '',
      readerTypesUntil: '',
      staffTypesUntil: '',
    });
    const said = { from: 'reader' as const, by: '', staffId: '', text, card };
    const after = await sayWith(transaction, context, begun, said);
    if (isRefused(after)) return after;
    const talk = talkNow(after, time);
    const wait = talk.state === 'waiting' ? { place, minutes: null } : null;
    return {
      value: talkView(talk, null, { side: 'reader', wait, now }),
      log: { outcome: '问馆员', readerId: reader._id },
    };
  },
});

/** Whoever has the talk hears it; where nobody has, the desk does. */
const saidByReader = async (context: Context, talkId: string): Promise<void> => {
  await ringTalk(context, talkId, 'staff');
  await ringDesk(context);
};

export const say = writing('talks.say', {
  caller: 'reader',
  schema: v.pipe(
    v.strictObject({ talkId: anId, ...saying }),
    v.forward(v.partialCheck([['text'], ['card']], isSomething, NOTHING_SAID), ['text']),
  ),
  prepare: (context, input) => looked(context, input),
  afterwards: (context, { talkId }) => saidByReader(context, talkId),
  run: async (context, { talkId, text }, transaction, { card, time }) => {
    const { now } = context;
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const talk = await talkWithin(transaction, talkId, time);
    if (talk?.readerId !== reader._id) return refuse({ code: 'talk_not_found' });
    const refusals = refusalsToTalk('say', talk);
    if (refusals.length > 0) return { refusals };
    const again = talk.state === 'answered';
    if (again) {
      const other = await openTalkWithin(transaction, reader._id, time);
      if (other) return refuse({ code: 'talk_open', talkId: other._id });
      await transaction.put('openTalks', { _id: reader._id, readerId: reader._id, talkId });
    }
    const going = again ? { ...queued(talk, { first: false, at: now }), askedAt: now } : talk;
    const said = { from: 'reader' as const, by: '', staffId: '', text, card };
    const after = await sayWith(transaction, context, going, said);
    if (isRefused(after)) return after;
    return {
      value: { number: after.lines, at: now },
      log: { outcome: again ? '再问馆员' : '补充问题', readerId: reader._id },
    };
  },
});

export const takeBack = writing('talks.takeBack', {
  caller: 'reader',
  schema: v.strictObject({ talkId: anId, number: aLineNumber }),
  afterwards: (context, { talkId }) => ringTalk(context, talkId, 'staff'),
  run: forReaderWithin((context, input, transaction, reader) =>
    takingBack(transaction, context, input, {
      side: 'reader',
      isOwn: ({ readerId }) => readerId === reader._id,
    }),
  ),
});

export const close = writing('talks.close', {
  caller: 'reader',
  schema: v.strictObject({ talkId: anId }),
  prepare: (context) => talkTime(context),
  afterwards: (context, { talkId }) => saidByReader(context, talkId),
  run: async (context, { talkId }, transaction, time) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const talk = await talkWithin(transaction, talkId, time);
    if (talk?.readerId !== reader._id) return refuse({ code: 'talk_not_found' });
    const log = { outcome: '结束咨询', readerId: reader._id };
    if (talk.state === 'closed') return { value: { talkId }, log };
    await transaction.put('talks', ended(talk, 'closed', context.now));
    const current = await transaction.get('openTalks', reader._id);
    if (current?.talkId === talkId) await transaction.remove('openTalks', reader._id);
    return { value: { talkId }, log };
  },
});

/** One tap of satisfaction, once the talk is over; said again it takes the place of the first. */
export const rate = writing('talks.rate', {
  caller: 'reader',
  schema: v.strictObject({
    talkId: anId,
    faces: aFace,
  }),
  prepare: (context) => talkTime(context),
  run: async (context, { talkId, faces }, transaction, time) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const talk = await talkWithin(transaction, talkId, time);
    if (talk?.readerId !== reader._id) return refuse({ code: 'talk_not_found' });
    if (talk.state !== 'answered' && talk.state !== 'closed')
      return refuse({ code: 'talk_is', state: talk.state });
    await transaction.put('talks', { ...talk, faces });
    await countFace(transaction, context, reader, {
      service: 'talk',
      branchId: '',
      faces,
      before: talk.faces,
    });
    return { value: { talkId }, log: { outcome: '评价咨询', readerId: reader._id } };
  },
});
