import * as v from 'valibot';
import type { MediaKind, MediaPurpose } from '../../../typings/contract/media';
import type { MediaDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { NoSuchFile } from '../../kernel/files';
import type { Changed } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { refusalsToKeep, refusalsToSend } from '../../media/bounds';
import { notHeard } from '../../media/hearing';
import { stateOnceHere } from '../../media/life';
import { secondsOfMp3 } from '../../media/mp3';
import { ENDINGS, askAboutMedia, keepBytes, randomName } from '../../steps/media';

/** What both sides share: a file is announced, put into the storage by the phone, and handed over. */

const LONGEST_NAME = 80;

export const announcing = v.strictObject({
  purpose: v.picklist(['talk', 'work', 'reading'], '没有这种用途'),
  kind: v.picklist(['picture', 'voice', 'file'], '没有这种文件'),
  bytes: v.pipe(v.number(), v.integer('大小应是整数'), v.minValue(1, '文件是空的')),
  name: v.optional(aText(LONGEST_NAME)),
});

export const oneMedia = v.strictObject({ mediaId: anId });

interface Announced {
  purpose: MediaPurpose;
  kind: MediaKind;
  bytes: number;
  name?: string | undefined;
}

/** Where it is to be put: known before it comes, so that what never comes to anything is taken away. */
export const placeFor = async (context: Context, { purpose, kind, bytes }: Announced) => {
  const refusals = refusalsToSend(purpose, kind, bytes);
  if (refusals.length > 0) return { refusals };
  const path = `sent/${randomName(context)}.${ENDINGS[kind]}`;
  return { path, comesAs: await context.files.idOf(path) };
};

export const announce = async (
  context: Context,
  { purpose, kind, bytes, name = '' }: Announced,
  transaction: Transaction,
  { path, comesAs, readerId }: { path: string; comesAs: string; readerId: string },
): Promise<Changed<{ mediaId: string; path: string }>> => {
  const media: MediaDocument = {
    ...{ _id: context.newId(), openid: context.openid, readerId, purpose, kind, bytes },
    ...{
      name: kind === 'file' ? name : '',
      seconds: 0,
      transcript: '',
      state: 'awaited',
      comesAs,
      keptAs: '',
      usedBy: '',
    },
    ...{ at: context.now, handedAt: '', askedAt: '', askFailed: false, traceIds: [], opened: null },
  };
  await transaction.add('media', media);
  return { value: { mediaId: media._id, path }, log: { outcome: '准备上传', readerId } };
};

type Kept = { passing: string; keptAs: string; bytes: number; seconds: number; transcript: string } | null;

/** What arrived, looked at and kept; null of what was handed over before. */
export const arrived = async (context: Context, { mediaId }: { mediaId: string }) => {
  const { db, files, openid } = context;
  const media = await db.get('media', mediaId);
  if (media?.openid !== openid) return refuse({ code: 'media_not_found' });
  if (media.state !== 'awaited') return { kept: null };
  try {
    const bytes = await files.download(media.comesAs);
    const refusals = refusalsToKeep(media.purpose, media.kind, bytes);
    if (refusals.length > 0) {
      await files.remove([media.comesAs]);
      return { refusals };
    }
    const seconds = media.kind === 'voice' ? Math.round(secondsOfMp3(bytes)) : 0;
    const transcript = media.kind === 'voice' ? await notHeard(bytes) : '';
    const place = await keepBytes(context, media, bytes);
    const kept: Kept = { ...place, bytes: bytes.length, seconds, transcript };
    return { kept };
  } catch (error) {
    if (error instanceof NoSuchFile) return refuse({ code: 'file_not_allowed', why: 'gone' });
    throw error;
  }
};

/** The media document carries that of two hand-overs one counts: what the other kept goes by itself. */
export const handOver = async (
  { now, openid }: Context,
  { mediaId }: { mediaId: string },
  transaction: Transaction,
  { kept }: { kept: Kept },
): Promise<Changed<{ mediaId: string; state: MediaDocument['state']; seconds: number }>> => {
  const media = await transaction.get('media', mediaId);
  if (media?.openid !== openid) return refuse({ code: 'media_not_found' });
  const log = { outcome: '上传文件', readerId: media.readerId };
  if (media.state !== 'awaited' || !kept)
    return { value: { mediaId, state: media.state, seconds: media.seconds }, log };
  const { passing, ...found } = kept;
  const { seconds } = found;
  const state = stateOnceHere(media.kind);
  await transaction.remove('passingFiles', passing);
  await transaction.put('media', { ...media, state, ...found, handedAt: now });
  return { value: { mediaId, state, seconds }, log };
};

/** The phone's own copy has served; WeChat is asked. */
export const lookedAt = async (context: Context, { mediaId }: { mediaId: string }): Promise<void> => {
  const media = await context.db.get('media', mediaId);
  if (!media) return;
  await context.files.remove([media.comesAs]);
  if (media.state === 'checking' && media.askedAt === '') await askAboutMedia(context, media);
};
