import { branchName, knownBranch } from '../circulation/branches';
import { callFactsAt } from '../circulation/call-facts';
import type { CheckOutFacts } from '../circulation/check-out';
import type { Queue } from '../circulation/hold-queue';
import { policyFor } from '../circulation/policy';
import type { ItemDocument, ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import { owedByChildren, queueSharedWith } from './family';
import { freeCopiesForOthers } from './free-copies';
import { overdueOf } from './loans';

interface Lending {
  item: ItemDocument;
  reader: ReaderDocument;
  branchId: string;
  onSite: boolean;
}

/**
 * What the rules of a check-out are asked with, whether a desk lends, a reader hands a copy on, or a manager
 * tries the rules. A query only where somebody waits, is late or has children who owe.
 */
export const checkOutFacts = async (
  { db, library, now, today }: Pick<Context, 'db' | 'library' | 'now' | 'today'>,
  { item, reader, branchId, onSite }: Lending,
  everyHold: Queue,
): Promise<CheckOutFacts> => {
  const queue = await queueSharedWith({ db, library, today }, everyHold, reader);
  const rules = policyFor(library.policies, {
    readerCategory: reader.category,
    itemType: item.itemType,
    branchId,
  });
  const [shelf, overdue, childrenOwe] = await Promise.all([
    freeCopiesForOthers({ db }, item.titleId, queue, reader._id),
    overdueOf(db, reader, { now, today }),
    owedByChildren({ db, library, today }, reader, rules),
  ]);
  return {
    reader,
    item,
    rules,
    queue,
    callsBy: (copy) => callFactsAt({ library, today }, copy),
    branchId,
    calendar: { branch: knownBranch(library, branchId), calendars: library.calendars },
    onSite,
    shelf,
    overdue,
    childrenOwe,
    ...(item.transit && { toBranchName: branchName(library, item.transit.toBranchId) }),
    now,
    today,
  };
};
