import type { MediaPurpose, MediaState } from '../../typings/contract/media';
import type { Refusal } from '../../typings/contract/refusals';
import type { Instant } from '../../typings/contract/shapes';
import type { MediaDocument } from '../documents';
import type { Context, JobContext } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { NoSuchFile } from '../kernel/files';
import { addMinutes } from '../kernel/local-date';
import { refuse } from '../kernel/refusal';
import { copyTimes } from '../media/life';
import { ringTalk } from './bells';

const UNGUESSABLE = 24;
export const randomName = ({ randomBytes }: Pick<Context, 'randomBytes'>): string =>
  Buffer.from(randomBytes(UNGUESSABLE)).toString('base64url');

/** What a kind is called in the storage: a phone opens it by its ending. */
export const ENDINGS = { picture: 'jpg', voice: 'mp3', file: 'pdf' } as const;

/** The files of something that nobody sees any more go with the next tick, its open copy too. */
const filesGo = async (
  transaction: Transaction,
  { _id, comesAs, keptAs, opened }: MediaDocument,
  now: Instant,
): Promise<void> => {
  await transaction.put('passingFiles', { _id: `${_id}-came`, fileId: comesAs, goneAt: now });
  if (keptAs) await transaction.put('passingFiles', { _id: `${_id}-kept`, fileId: keptAs, goneAt: now });
  if (opened) await transaction.put('passingFiles', { _id: opened._id, fileId: opened.fileId, goneAt: now });
};

/** Takes something away with its files: with the document in which it stood, or since it stood in none. */
export const letMediaGo = async (transaction: Transaction, mediaId: string, now: Instant): Promise<void> => {
  const media = await transaction.get('media', mediaId);
  if (!media) return;
  await filesGo(transaction, media, now);
  await transaction.remove('media', mediaId);
};

/** What became of it is written; what is refused has no file any more. */
export const putMediaState = async (
  transaction: Transaction,
  media: MediaDocument,
  state: MediaState,
  now: Instant,
): Promise<MediaDocument> => {
  const after = { ...media, state };
  if (state === 'refused') await filesGo(transaction, media, now);
  await transaction.put('media', state === 'refused' ? { ...after, name: '', opened: null } : after);
  return after;
};

/**
 * Puts something into the document in which it is to stand: once, and by whoever sent it. The media document
 * carries that it stands in one place.
 */
export const useMedia = async (
  transaction: Transaction,
  { openid }: Pick<Context, 'openid'>,
  mediaId: string,
  { purpose, usedBy, readerId }: { purpose: MediaPurpose; usedBy: string; readerId: string },
): Promise<MediaDocument | { refusals: Refusal[] }> => {
  const media = await transaction.get('media', mediaId);
  const isOwn = media?.openid === openid && media.purpose === purpose;
  if (!isOwn || (media.usedBy !== '' && media.usedBy !== usedBy)) return refuse({ code: 'media_not_found' });
  if (media.state === 'awaited' || media.state === 'refused')
    return refuse({ code: 'media_is', state: media.state });
  const used = { ...media, usedBy, readerId };
  await transaction.put('media', used);
  return used;
};

/** Has WeChat look at it. What it does not take, and what it does not answer, a job asks again. */
export const askAboutMedia = async (
  { db, files, checkMedia, now }: Pick<JobContext, 'db' | 'files' | 'checkMedia' | 'now'>,
  { _id, kind, keptAs, openid }: MediaDocument,
): Promise<void> => {
  if (kind === 'file') return;
  const traceId = await checkMedia({ openid, kind, url: await files.linkTo(keptAs) });
  await db.transact(async (transaction) => {
    const media = await transaction.get('media', _id);
    if (media?.state !== 'checking') return;
    const traceIds = traceId === null ? media.traceIds : [...media.traceIds, traceId];
    await transaction.put('media', { ...media, traceIds, askedAt: now, askFailed: traceId === null });
  });
};

/** Those who look at the document in which it stands ask again. */
export const tellMediaMoved = async (
  context: Pick<Context, 'db' | 'now'>,
  { purpose, usedBy }: Pick<MediaDocument, 'purpose' | 'usedBy'>,
): Promise<void> => {
  if (purpose !== 'talk' || usedBy === '') return;
  await ringTalk(context, usedBy, 'reader');
  await ringTalk(context, usedBy, 'staff');
};

/**
 * A link for minutes: a copy under a name that nobody guesses. It is given again while it lasts, to whoever
 * may see the same; the file itself is never named to anybody. Whoever calls has asked `mayOpen`.
 */
export const linkToMedia = async (
  context: Pick<Context, 'db' | 'files' | 'now' | 'randomBytes'>,
  media: MediaDocument,
): Promise<{ fileId: string } | { refusals: Refusal[] }> => {
  const { db, files, now } = context;
  if (media.opened && media.opened.until > now) return { fileId: media.opened.fileId };
  const { until, goneAt } = copyTimes(now);
  const _id = randomName(context);
  const fileId = await files.idOf(`opened/${_id}.${ENDINGS[media.kind]}`);
  // Named before it is there: what is cut off in between goes all the same.
  await db.transact((transaction) => transaction.put('passingFiles', { _id, fileId, goneAt }));
  try {
    await files.upload(pathIn(fileId), await files.download(media.keptAs));
  } catch (error) {
    if (error instanceof NoSuchFile) return refuse({ code: 'file_not_allowed', why: 'gone' });
    throw error;
  }
  return db.transact(async (transaction) => {
    const there = await transaction.get('media', media._id);
    if (!there || there.state === 'refused') {
      await transaction.put('passingFiles', { _id, fileId, goneAt: now });
      return refuse({ code: 'media_not_found' });
    }
    // Of two that were made at once one is given to both.
    if (there.opened && there.opened.until > now) return { fileId: there.opened.fileId };
    await transaction.put('media', { ...there, opened: { _id, fileId, until } });
    return { fileId };
  });
};

/** The path in an id of the storage. */
const pathIn = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '');

/** Minutes after which a file that was kept for nothing goes. */
const FOR_NOTHING_MINUTES = 60;

/** Keeps what was looked at where no phone can write, under a name that is known before. */
export const keepBytes = async (
  context: Pick<Context, 'db' | 'files' | 'now' | 'randomBytes'>,
  { kind }: Pick<MediaDocument, 'kind'>,
  bytes: Uint8Array,
): Promise<{ passing: string; keptAs: string }> => {
  const { db, files, now } = context;
  const passing = randomName(context);
  const path = `kept/${passing}.${ENDINGS[kind]}`;
  const keptAs = await files.idOf(path);
  const goneAt = addMinutes(now, FOR_NOTHING_MINUTES);
  await db.transact((transaction) =>
    transaction.put('passingFiles', { _id: passing, fileId: keptAs, goneAt }),
  );
  await files.upload(path, bytes);
  return { passing, keptAs };
};
