import * as v from 'valibot';
import { isChosen } from '../../community/audience';
import type { AnnouncementDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { isRisky } from '../../kernel/text-check';
import { anId, openOrNot } from '../../kernel/validate';
import { countAudience } from '../../reads/audience';
import { ofFound } from '../../steps/found';
import { switching } from '../../steps/library-settings';
import { spreadFrom, spreadingOf, takeBack } from '../../steps/spreading';
import { deskAnnouncement } from './view';
import { NOT_FOUND, aVersion, entries, ofAnnouncement } from './words';

/** The draft that was seen, still a draft; or the no. */
const draftWithin = async (transaction: Transaction, announcementId: string, version: number) => {
  const before = await transaction.get('announcements', announcementId);
  if (!before) return refuse(NOT_FOUND);
  if (before.state !== 'draft') return refuse({ code: 'announcement_sent' });
  return before.version === version ? before : refuse({ code: 'announcement_changed', by: before.by });
};

const fresh = ({ newId, now, staff }: StaffContext) => ({
  ...{ _id: newId(), state: 'draft' as const, toldFrom: null, readers: 0, version: 0 },
  ...{ by: staff.name, changedAt: now },
});

/** A draft, checked by WeChat like all that others read. The announcement carries which version stands. */
export const save = writing('announcementDesk.save', {
  role: 'content',
  schema: v.strictObject({ ...entries, announcementId: v.union([v.literal(''), anId]), version: aVersion }),
  prepare: async (context, { title, text }) =>
    (await isRisky(context, `${title}\n${text}`, context.staff.name))
      ? refuse({ code: 'text_not_allowed' })
      : { checked: true },
  run: async (context, { announcementId, version, ...words }, transaction) => {
    const before = announcementId ? await draftWithin(transaction, announcementId, version) : fresh(context);
    if ('refusals' in before) return before;
    const { now, staff } = context;
    const saved: AnnouncementDocument = {
      ...before,
      ...words,
      by: staff.name,
      changedAt: now,
      version: version + 1,
    };
    await transaction.put('announcements', saved);
    return { value: deskAnnouncement(saved, now), log: { outcome: `保存通知“${words.title}”` } };
  },
});

/**
 * Sends the draft that was seen to as many readers as were shown. The announcement carries that it was sent,
 * and the outbox that it is told.
 */
export const send = writing('announcementDesk.send', {
  role: 'content',
  schema: v.strictObject({
    announcementId: anId,
    version: aVersion,
    readers: v.pipe(v.number(), v.integer(), v.minValue(0, '人数不对')),
  }),
  prepare: async (context, { announcementId }) => {
    const announcement = await context.db.get('announcements', announcementId);
    if (!announcement) return refuse(NOT_FOUND);
    return { readers: await countAudience(context, announcement.audience) };
  },
  run: async (context, { announcementId, version, readers: seen }, transaction, { readers }) => {
    const { now, library } = context;
    if (!library.settings.announcements?.open) return refuse({ code: 'announcements_not_open' });
    const before = await draftWithin(transaction, announcementId, version);
    if ('refusals' in before) return before;
    if (!isChosen(before.audience)) return refuse({ code: 'audience_not_chosen' });
    if (readers === 0) return refuse({ code: 'audience_empty' });
    if (readers !== seen) return refuse({ code: 'audience_changed', readers });
    const toldFrom = before.publishAt !== null && before.publishAt > now ? before.publishAt : now;
    const sent: AnnouncementDocument = {
      ...before,
      ...{ state: 'sent', toldFrom, readers, changedAt: now, version: version + 1 },
    };
    await transaction.put('announcements', sent);
    await spreadFrom(transaction, { kind: 'announcement', id: announcementId }, toldFrom);
    return {
      value: deskAnnouncement(sent, now),
      log: { outcome: `发出通知“${before.title}”，${readers} 位读者` },
    };
  },
});

const FOUND = ['announcements', 'announcementId', NOT_FOUND] as const;

/** One that nobody was told yet is a draft again; else every inbox says that it was taken back. */
export const withdraw = writing('announcementDesk.withdraw', {
  role: 'content',
  schema: ofAnnouncement,
  run: ofFound(FOUND, async ({ now }: StaffContext, { announcementId }, transaction, before) => {
    if (before.state === 'draft') return refuse({ code: 'announcement_not_sent' });
    const spreading = await spreadingOf(transaction, 'announcement', announcementId);
    const isUntold = before.state === 'sent' && before.toldFrom !== null && before.toldFrom > now;
    if (isUntold && spreading) await transaction.put('outbox', { ...spreading, status: 'outdated' });
    const after: AnnouncementDocument = {
      ...before,
      ...(isUntold ? { state: 'draft', toldFrom: null, readers: 0 } : { state: 'withdrawn' }),
      changedAt: now,
      version: before.version + 1,
    };
    await transaction.put('announcements', after);
    return { value: deskAnnouncement(after, now), log: { outcome: `撤回通知“${before.title}”` } };
  }),
  afterwards: async ({ db }, { announcementId }) => takeBack(db, announcementId),
});

export const remove = writing('announcementDesk.remove', {
  role: 'content',
  schema: ofAnnouncement,
  run: ofFound(FOUND, async (_context: StaffContext, { announcementId }, transaction, { state, title }) => {
    if (state !== 'draft') return refuse({ code: 'announcement_sent' });
    await transaction.remove('announcements', announcementId);
    return { value: { announcementId }, log: { outcome: `删除通知草稿“${title}”` } };
  }),
});

/** The library's switch. */
export const setOpen = writing('announcementDesk.setOpen', {
  role: 'manager',
  schema: openOrNot,
  run: switching('announcements', '通知读者'),
});
