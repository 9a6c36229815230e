import type { WithdrawnTitle } from '../../../typings/contract/imports';
import type { ImportRunDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { advance } from './advance';
import { counted, nothingYet } from './batch-outcome';
import { MOST_LISTED } from './limits';
import { seenRecords, type SeenRecords } from './seen-records';

const PAGE = 1000;
/** Pages of one step. */
const PAGES = 5;

/**
 * After a full load: titles of the same source that no record was for are shown, a step at a time in the
 * order of their sources.
 */
export const checkFullLoad = async (
  context: JobContext,
  begun: ImportRunDocument,
  lease: string,
): Promise<ImportRunDocument> => {
  const seen = await seenRecords(context.db, begun._id, begun.done);
  let run = begun;
  for (let page = 1; page <= PAGES; page++) {
    const { withdrawn, last } = await onePage(context, run, seen);
    const isLast = last === null || page === PAGES;
    const moved = await advance(context, run._id, lease, run.done, (now) => ({
      ...now,
      ...counted(now, { ...nothingYet(), withdrawn }),
      ...(last === null
        ? { status: 'finished' as const, records: now.done, finishedAt: context.now }
        : { checked: last }),
      lease: isLast ? null : now.lease,
    }));
    run = moved.run;
    if (isLast || !moved.mine) break;
  }
  return run;
};

const onePage = async (
  { db }: JobContext,
  { settings, checked, totals }: ImportRunDocument,
  seen: SeenRecords,
): Promise<{ withdrawn: WithdrawnTitle[]; last: string | null }> => {
  const prefix = `${settings.source}:`;
  const titles = await db.find('titles', {
    // Text after the last source in the order of the index: the source itself with the least character behind
    // it.
    where: { source: between({ from: checked ? `${checked}\u0001` : prefix, below: `${prefix}\uffff` }) },
    orderBy: [['source', 'asc']],
    limit: PAGE,
    fields: ['title', 'source'],
  });
  const gone = titles.filter(({ source }) => !seen.has(source.slice(prefix.length)));
  const withdrawn: WithdrawnTitle[] = [];
  for (const [n, { _id, title }] of gone.entries()) {
    // Only what is listed has its copies counted.
    const isListed = totals.withdrawn + n < MOST_LISTED;
    const copies = isListed ? await db.count('items', { titleId: _id }) : 0;
    withdrawn.push({ titleId: _id, title, copies, why: 'not_in_full_load' });
  }
  return { withdrawn, last: titles.length < PAGE ? null : (titles.at(-1)?.source ?? null) };
};
