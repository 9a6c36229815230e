import type { Refusal } from '../../typings/contract/refusals';
import type { TalkCard } from '../../typings/contract/talks';
import type { TalkDocument, TalkLineDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { isRefused } from '../kernel/refusal';
import { refusalsToPut } from '../reference/talk';
import { letMediaGo, useMedia } from './media';
import { tell, type Telling } from './notices';

const DIGITS = 6;
export const lineId = (talkId: string, number: number): string =>
  `${talkId}_${String(number).padStart(DIGITS, '0')}`;

interface Said {
  from: TalkLineDocument['from'];
  by: string;
  staffId: string;
  text: string;
  card: TalkCard | null;
}

/**
 * Puts a line behind the last one of a talk. The talk's document carries the order: whoever calls has read it
 * in this transaction. Gives back the talk as it was written.
 */
export const addLine = async (
  transaction: Transaction,
  talk: TalkDocument,
  said: Said,
  { now }: Pick<Context, 'now'>,
): Promise<TalkDocument> => {
  const number = talk.lines + 1;
  const line: TalkLineDocument = {
    _id: lineId(talk._id, number),
    talkId: talk._id,
    readerId: talk.readerId,
    number,
    ...said,
    at: now,
    takenBack: false,
  };
  await transaction.add('talkLines', line);
  const after: TalkDocument = {
    ...talk,
    lines: number,
    ...(said.from === 'reader' && { lastFrom: 'reader' as const, lastReaderAt: now }),
    ...(said.from === 'staff' && { lastFrom: 'staff' as const, lastStaffAt: now }),
  };
  await transaction.put('talks', after);
  return after;
};

/**
 * Puts a picture, a voice or a file into a talk: by whoever sent it, once. Gives back the talk with it, and
 * the card of its line.
 */
export const putMedia = async (
  transaction: Transaction,
  context: Pick<Context, 'openid'>,
  talk: TalkDocument,
  mediaId: string,
): Promise<{ talk: TalkDocument; card: TalkCard } | { refusals: Refusal[] }> => {
  const refusals = refusalsToPut(talk);
  if (refusals.length > 0) return { refusals };
  const { _id: usedBy, readerId } = talk;
  const used = await useMedia(transaction, context, mediaId, { purpose: 'talk', usedBy, readerId });
  if (isRefused(used)) return used;
  const { kind: what, name, seconds, bytes, transcript } = used;
  return {
    talk: { ...talk, media: [...new Set([...talk.media, mediaId])] },
    card: { kind: 'media', mediaId, what, name, seconds, bytes, transcript },
  };
};

/** The text goes, the line stays: both sides see that something was taken back. */
export const takeBackLine = async (
  transaction: Transaction,
  line: TalkLineDocument,
  { now }: Pick<Context, 'now'>,
): Promise<void> => {
  if (line.takenBack) return;
  const mediaId = line.card?.kind === 'media' ? line.card.mediaId : '';
  if (mediaId) await letMediaGo(transaction, mediaId, now);
  await transaction.put('talkLines', { ...line, text: '', card: null, takenBack: true });
  const talk = await transaction.get('talks', line.talkId);
  if (!talk) return;
  // What is told of it in lists goes as well.
  const opening = line.number === 1 ? '' : talk.opening;
  const media = talk.media.filter((id) => id !== mediaId);
  await transaction.put('talks', { ...talk, opening, media, gone: [...talk.gone, line.number] });
};

/** Told once until the reader has looked: `seen` is the last line that they saw. */
const answerTold = (talk: TalkDocument, seen: number): Telling => ({
  occasion: `talk_${talk._id}_${seen}`,
  readerId: talk.readerId,
  topic: 'reference',
  title: '馆员回复了您',
  body: '您问馆员的问题有了回复，请点开查看。',
  link: `/features/talks/pages/talk/index?talkId=${talk._id}`,
  facts: { title: '咨询回复' },
});

/** A reader who has not looked for so long has left the page. */
const AWAY_SECONDS = 45;

/** Tells a reader who is not looking that there is an answer. */
export const tellIfAway = async (
  transaction: Transaction,
  context: Pick<Context, 'now'>,
  talk: TalkDocument,
): Promise<void> => {
  const marks = await transaction.get('talkMarks', talk._id);
  const awaySince = new Date(Date.parse(context.now) - AWAY_SECONDS * 1000).toISOString();
  if (marks && marks.readerAt > awaySince) return;
  await tell(transaction, context, answerTold(talk, marks?.readerSeen ?? 0));
};

/**
 * Takes a talk away with everything that was said. The lines go first: a talk that is left is found again.
 * Whatever stands in its document is as it was when it ended.
 */
export const forgetTalk = async (
  transaction: Transaction,
  { _id }: TalkDocument,
  { now }: Pick<Context, 'now'>,
): Promise<void> => {
  const talk = await transaction.get('talks', _id);
  if (!talk) return;
  for (const mediaId of talk.media) await letMediaGo(transaction, mediaId, now);
  for (let number = 1; number <= talk.lines; number++)
    await transaction.remove('talkLines', lineId(_id, number));
  await transaction.remove('talkMarks', _id);
  await transaction.remove('talks', _id);
  const open = await transaction.get('openTalks', talk.readerId);
  if (open?.talkId === _id) await transaction.remove('openTalks', talk.readerId);
};
