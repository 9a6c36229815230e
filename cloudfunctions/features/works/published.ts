import * as v from 'valibot';
import { showsWorks } from '../../community/works';
import type { CallDocument, WorkDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { reading, writing } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { readerAsking, readerWithin } from '../../reads/asking';
import { callForReaders, workKnownAs } from '../../reads/works';
import { publishedWork, workToRead } from '../../views/works';
import { WORK_NOT_FOUND } from './input';

/** Reports that one work keeps: more would tell staff nothing new. */
const MOST_REPORTS = 20;

/** In the order of the ranking where there is one, else the newest first; one page of what may be shown. */
const pageOfShown = async ({ db }: Context, call: CallDocument, start: number) => {
  if (call.state !== 'decided') {
    const rows = await db.find('works', {
      where: { callId: call._id, shown: true },
      orderBy: [['workId', 'asc']],
      skip: start,
      limit: PAGE_SIZE + 1,
    });
    return pageOf(rows, start);
  }
  const shown = await db.find('works', {
    where: { callId: call._id, shown: true },
    orderBy: [['workId', 'asc']],
    limit: 1000,
    fields: ['workId'],
  });
  const there = new Map(shown.map((work) => [work.workId, work._id]));
  const ids = call.results.flatMap(({ workId }) => there.get(workId) ?? []);
  const page = pageOf(ids.slice(start, start + PAGE_SIZE + 1), start);
  const works = await db.getMany('works', page.list);
  const inOrder = page.list.flatMap((id) => works.find(({ _id }) => _id === id) ?? []);
  return { ...page, list: inOrder, unpublished: call.results.length - ids.length };
};

export const published = reading('works.published', {
  caller: 'visitor',
  schema: v.strictObject({ callId: anId, after: aPageStart }),
  run: async (context, { callId, after }) => {
    const call = await callForReaders(context, context.db, callId);
    if (isRefused(call)) return call;
    if (!showsWorks(call, context.now)) return done({ unpublished: 0, list: [] });
    const [reader, page] = await Promise.all([
      readerAsking(context),
      pageOfShown(context, call, startOf(after)),
    ]);
    const me = reader?._id ?? null;
    return done({
      unpublished: 0,
      ...page,
      // It may have been taken back between two reads.
      list: page.list.filter(({ shown }) => shown).map((work) => publishedWork(work, call, me)),
    });
  },
});

/** A work that others may see now, with its call. */
export const seen = async (
  context: Context,
  workId: string,
): Promise<{ work: WorkDocument; call: CallDocument } | ReturnType<typeof refuse>> => {
  const work = await workKnownAs(context.db, workId);
  if (!work?.shown) return refuse(WORK_NOT_FOUND);
  const call = await callForReaders(context, context.db, work.callId);
  if (isRefused(call)) return call;
  return showsWorks(call, context.now) ? { work, call } : refuse(WORK_NOT_FOUND);
};

export const read = reading('works.read', {
  caller: 'visitor',
  schema: v.strictObject({ workId: anId }),
  run: async (context, { workId }) => {
    const [found, reader] = await Promise.all([seen(context, workId), readerAsking(context)]);
    return isRefused(found) ? found : done(workToRead(found.work, found.call, reader?._id ?? null));
  },
});

/** Asks staff to look at it again, each reader once. It stays until they have. */
export const report = writing('works.report', {
  caller: 'reader',
  schema: v.strictObject({ workId: anId, why: aText(200) }),
  prepare: (context, { workId }) => seen(context, workId),
  run: async (context, { workId, why }, transaction, { work: found, call }) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const work = await transaction.get('works', found._id);
    if (!work?.shown) return refuse(WORK_NOT_FOUND);
    const log = { outcome: '举报作品', readerId: reader._id, titleName: call.title };
    const isKnown = work.reports.some(({ readerId }) => readerId === reader._id);
    if (isKnown || work.reports.length >= MOST_REPORTS) return { value: { workId }, log };
    const reports = [...work.reports, { readerId: reader._id, why, at: context.now }];
    await transaction.put('works', { ...work, reports, reported: true });
    return { value: { workId }, log };
  },
});
