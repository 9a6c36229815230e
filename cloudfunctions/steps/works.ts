import type { Refusal } from '../../typings/contract/refusals';
import { isShown, refusalsOfMedia, stateAfterWork } from '../community/works';
import type { CallDocument, MediaDocument, WorkDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { isRefused } from '../kernel/refusal';
import { letMediaGo, putMediaState, useMedia } from './media';
import { tell, type Telling } from './notices';

type WorkAct = Parameters<typeof stateAfterWork>[0];

const callPage = (callId: string): string => `/features/works/pages/call/index?callId=${callId}`;

/**
 * One step in the life of a work. Whoever calls has read it in this transaction.
 * @throws when its life knows no such way: then the code is wrong, not who asked.
 */
export const stepWork = async (
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  act: WorkAct,
  work: WorkDocument,
): Promise<WorkDocument> => {
  const state = stateAfterWork(act, work.state);
  if (!state) throw new Error(`a work that is ${work.state} cannot ${act}`);
  return keepWork(transaction, { now }, { ...work, state });
};

/** Writes a work with what follows from it: whether others see it. */
export const keepWork = async (
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  work: WorkDocument,
): Promise<WorkDocument> => {
  const after = { ...work, shown: isShown(work), changedAt: now };
  await transaction.put('works', after);
  return after;
};

/** `version`: of the words that it is about, so that the next ones are told of too. */
export const tellOfWork = (
  transaction: Transaction,
  context: Pick<Context, 'now'>,
  { work, call, words }: { work: WorkDocument; call: CallDocument; words: { title: string; body: string } },
  what: 'returned' | 'admitted',
): Promise<void> =>
  tell(transaction, context, {
    occasion: `work_${what}_${work.workId}_${work.version}`,
    readerId: work.readerId,
    topic: 'event',
    ...words,
    link: callPage(call._id),
    facts: { title: call.title },
  });

/** How it came out, or that it will not. */
export const tellingOfCall = (
  call: Pick<CallDocument, '_id' | 'title' | 'state' | 'why' | 'results' | 'kind'>,
  { readerId, workId }: Pick<WorkDocument, 'readerId' | 'workId'>,
): Telling => {
  const result = call.results.find((each) => each.workId === workId);
  const isOff = call.state === 'called_off';
  const prize = result?.prize ? `您的作品获得${result.prize}，` : '';
  return {
    occasion: `call_${call.state}_${call._id}_${workId}`,
    readerId,
    topic: 'event',
    title: isOff ? '征集取消了' : prize ? '祝贺您获奖' : '评选结果公布了',
    body: isOff
      ? `“${call.title}”已取消：${call.why}。您的作品没有公开。`
      : `“${call.title}”${prize || '评选结果已经公布，'}点开查看名次和得分。`,
    link: callPage(call._id),
    facts: { title: call.title },
  };
};

const mediaOf = ({ draft, sent }: Pick<WorkDocument, 'draft' | 'sent'>): string[] => [
  ...new Set([...draft.media, ...(sent?.media ?? [])]),
];

/**
 * Puts pictures or a recording into a work, each once and by who sent it, and lets go what the work no longer
 * has; `after`: the work as it is going to be.
 */
export const holdMedia = async (
  transaction: Transaction,
  context: Pick<Context, 'now' | 'openid'>,
  call: CallDocument,
  { before, after }: Record<'before' | 'after', WorkDocument>,
): Promise<{ held: MediaDocument[] } | { refusals: Refusal[] }> => {
  const held: MediaDocument[] = [];
  const purpose = call.kind === 'contest' ? 'work' : 'reading';
  for (const mediaId of after.draft.media) {
    const place = { purpose, usedBy: after._id, readerId: after.readerId } as const;
    const media = await useMedia(transaction, context, mediaId, place);
    if (isRefused(media)) return media;
    held.push(media);
  }
  const refusals = refusalsOfMedia(call, held);
  if (refusals.length > 0) return { refusals };
  const kept = mediaOf(after);
  for (const mediaId of mediaOf(before))
    if (!kept.includes(mediaId)) await letMediaGo(transaction, mediaId, context.now);
  return { held };
};

/** Staff looked at it: what WeChat was unsure of is fit; what it is still looking at has to wait. */
export const admitMedia = async (
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  { sent }: Pick<WorkDocument, 'sent'>,
): Promise<Refusal[]> => {
  for (const mediaId of sent?.media ?? []) {
    const media = await transaction.get('media', mediaId);
    if (!media) return [{ code: 'media_not_found' }];
    if (media.state === 'unsure') await putMediaState(transaction, media, 'fit', now);
    else if (media.state !== 'fit') return [{ code: 'media_is', state: media.state }];
  }
  return [];
};

/** A work goes, with all that it is made of. */
export const forgetWork = async (
  transaction: Transaction,
  work: WorkDocument,
  { now }: Pick<Context, 'now'>,
): Promise<void> => {
  for (const mediaId of mediaOf(work)) await letMediaGo(transaction, mediaId, now);
  await transaction.remove('works', work._id);
};
