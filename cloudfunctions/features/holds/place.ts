import * as v from 'valibot';
import type { Hold } from '../../../typings/contract/holds';
import { join } from '../../circulation/hold-queue';
import { refusalsToHold } from '../../circulation/placing-hold';
import { policyFor } from '../../circulation/policy';
import type { ItemDocument, LoanDocument, TitleDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { itemsOfTitles } from '../../views/availability';
import { branchName, branchOf } from '../../views/branches';
import { holdView } from '../../views/holds';
import { factsOf } from '../../views/titles';

interface Found {
  readerId: string;
  title: TitleDocument;
  items: ItemDocument[];
  ownLoan: LoanDocument | null;
}

/** Puts a reader at the end of a title's queue. The queue document carries the order, the reader document the limit of holds. */
export const place = writing<{ titleId: string; pickUpBranchId: string }, Hold, Context, Found>({
  schema: v.strictObject({ titleId: anId, pickUpBranchId: anId }),
  prepare: async ({ db, openid }, { titleId }) => {
    const [identity, title, items] = await Promise.all([
      db.get('identities', openid),
      db.get('titles', titleId),
      itemsOfTitles(db, [titleId]),
    ]);
    if (!identity) return refuse({ code: 'no_card' });
    if (!title) return refuse({ code: 'title_not_found' });
    const own = items.find((item) => item.loan?.readerId === identity.readerId)?.loan;
    return {
      readerId: identity.readerId,
      title,
      items,
      ownLoan: own ? await db.get('loans', own.loanId) : null,
    };
  },
  run: async (context, { titleId, pickUpBranchId }, transaction, { readerId, title, items, ownLoan }) => {
    const { library, now, today } = context;
    const [reader, queueDocument] = [
      await transaction.get('readers', readerId),
      await transaction.get('holdQueues', titleId),
    ];
    if (!reader) return refuse({ code: 'no_card' });
    const queue = queueDocument?.holds ?? [];
    const policy = policyFor(library.policies, {
      readerCategory: reader.category,
      itemType: items[0]?.itemType ?? 'book',
      branchId: pickUpBranchId,
    });
    const refusals = refusalsToHold({
      reader,
      titleId,
      queue,
      items,
      policy,
      pickUpBranch: branchOf(library, pickUpBranchId),
      ...(ownLoan && { ownDueOn: ownLoan.dueOn }),
      today,
    });
    if (refusals.length > 0) return { refusals };
    const holdId = context.newId();
    const holds = join(queue, { holdId, readerId, pickUpBranchId, placedAt: now });
    await transaction.put('holdQueues', { _id: titleId, holds });
    await transaction.put('readers', { ...reader, openHolds: [...reader.openHolds, { holdId, titleId }] });
    await transaction.put('holds', {
      _id: holdId,
      titleId,
      readerId,
      pickUpBranchId,
      status: 'waiting',
      placedAt: now,
      barcode: null,
      pickUpBy: null,
      closedAt: null,
    });
    const mine = holds[holds.length - 1];
    if (!mine) throw new Error('a queue that was joined is empty');
    return {
      value: holdView(library, holds, mine, factsOf(title)),
      log: {
        outcome: `预约，取书点${branchName(library, pickUpBranchId)}`,
        readerId,
        titleName: title.title,
      },
    };
  },
});
