import * as v from 'valibot';
import type { RecordField, TitleRecord } from '../../../typings/contract/title-record';
import { factsOf } from '../../cataloguing/title-facts';
import { fieldName, recordOf } from '../../cataloguing/title-record';
import type { TitleDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { findAlike } from './alike';
import { claim } from './claiming';
import { mergedChange } from './merged-change';
import { withRecord } from './record';
import { aRecord, besides } from './schema';

/** Fields by which another title may turn out to be the same book. */
const NAMES: RecordField[] = ['title', 'contributors', 'isbns', 'year'];

/**
 * The title carries what was changed by whom last; `titleRefreshes` that its copies are still to be brought
 * after it.
 */
export const changeTitle = writing('cataloguing.changeTitle', {
  role: 'cataloguer',
  schema: v.strictObject({ titleId: anId, seen: aRecord, record: aRecord, besides }),
  prepare: async ({ db }, { titleId, seen, record, besides: known }) =>
    renamed(seen, record) ? findAlike(db, record, [titleId, ...known]) : [],
  run: async (context, input, transaction, found) => {
    const title = await transaction.get('titles', input.titleId);
    if (!title) return refuse({ code: 'title_not_found' });
    const merged = mergedChange(input.seen, input.record, recordOf(title));
    if ('conflicts' in merged) return refuse({ code: 'title_changed', fields: merged.conflicts });
    const { record, changed } = merged;
    if (changed.length === 0) return unchanged(context, title);
    if (found.length > 0) return refuse({ code: 'title_here_already', titles: found });
    if (renamed(recordOf(title), record)) {
      const { now } = context;
      const claimed = await claim(transaction, title._id, record, { now, besides: input.besides });
      if (claimed.length > 0) return refuse({ code: 'title_here_already', titles: claimed });
    }
    const after = withRecord(title, record);
    const copiesBehind = await write(transaction, context, title, after);
    return {
      value: { titleId: title._id, record, copiesBehind },
      log: {
        outcome: `编目：改${changed.map(fieldName).join('、')}`,
        titleName: after.title,
        branchId: context.staff.branchId,
      },
    };
  },
});

const renamed = (before: TitleRecord, after: TitleRecord): boolean =>
  NAMES.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

const unchanged = ({ staff }: StaffContext, title: TitleDocument) => ({
  value: { titleId: title._id, record: recordOf(title), copiesBehind: false },
  log: { outcome: '编目：未变', titleName: title.title, branchId: staff.branchId },
});

/** Tells whether the copies show something of the title that has changed. */
const write = async (
  transaction: Transaction,
  { now, newId }: StaffContext,
  before: TitleDocument,
  after: TitleDocument,
): Promise<boolean> => {
  const copiesBehind = JSON.stringify(factsOf(before)) !== JSON.stringify(factsOf(after));
  await transaction.put('titles', after);
  await transaction.put('titleChanges', { _id: after._id, at: now });
  if (copiesBehind) await transaction.put('titleRefreshes', { _id: after._id, at: now, mark: newId() });
  return copiesBehind;
};
