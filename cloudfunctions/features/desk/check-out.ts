import * as v from 'valibot';
import type { CheckedOut } from '../../../typings/contract/desk';
import { refusalsToCheckOut } from '../../circulation/check-out';
import { dueOnAfter } from '../../circulation/due-date';
import { holdOf } from '../../circulation/hold-queue';
import { policyFor } from '../../circulation/policy';
import type { ItemDocument, LoanDocument, ReaderDocument } from '../../documents';
import { cleanScan } from '../../kernel/card-code';
import type { StaffContext } from '../../kernel/context';
import { between, type Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aScan, anId } from '../../kernel/validate';
import { endHold, withoutHold } from '../../steps/holds';
import { branchName, branchOf, knownBranch } from '../../views/branches';
import { freeCopiesForOthers } from '../../views/loans';
import { factsWithin } from '../../views/titles';
import { deskLoan } from './desk-loan';

interface Input {
  readerId: string;
  barcode: string;
  branchId: string;
}

interface Found {
  /** The reader's loans that are overdue today. */
  overdue: number;
}

/** One item goes to one reader. The item document carries "one open loan", the reader document the limit, the queue who comes first. */
export const checkOut = writing<Input, CheckedOut, StaffContext, Found>({
  schema: v.strictObject({ readerId: anId, barcode: aScan, branchId: anId }),
  prepare: async ({ db, today }, { readerId }) => ({
    overdue: await db.count('loans', { readerId, status: 'open', dueOn: between({ below: today }) }),
  }),
  run: async (context, { readerId, barcode, branchId }, transaction, { overdue }) => {
    const { db, library, today } = context;
    const item = await transaction.get('items', cleanScan(barcode));
    const reader = await transaction.get('readers', readerId);
    if (!item) return refuse({ code: 'item_not_found', barcode: cleanScan(barcode) });
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    if (!branchOf(library, branchId)) return refuse({ code: 'branch_not_found' });
    const queue = (await transaction.get('holdQueues', item.titleId))?.holds ?? [];
    const policy = policyFor(library.policies, {
      readerCategory: reader.category,
      itemType: item.itemType,
      branchId,
    });
    const refusals = refusalsToCheckOut({
      reader,
      item,
      policy,
      queue,
      overdue,
      today,
      onShelf: await freeCopiesForOthers(db, item.titleId, queue, readerId),
      itemDueOn: item.loan ? (await transaction.get('loans', item.loan.loanId))?.dueOn : undefined,
      toBranchName: item.transit ? branchName(library, item.transit.toBranchId) : undefined,
    });
    if (refusals.length > 0) return { refusals };
    const title = await factsWithin(transaction, item.titleId);

    const dueOn = dueOnAfter(today, policy.loanDays, {
      policy,
      branch: knownBranch(library, branchId),
      calendars: library.calendars,
      cardExpiresOn: reader.expiresOn,
    });
    const own = holdOf(queue, readerId);
    if (own) await fillHold(transaction, context, own.holdId, item, title.title);
    const loan = openLoan(context, item, readerId, branchId, dueOn);
    await transaction.put('items', {
      ...item,
      status: 'on_loan',
      branchId,
      loan: { loanId: loan._id, readerId },
      hold: null,
      transit: null,
      changedAt: context.now,
    });
    const holder = withLoan(own ? withoutHold(reader, own.holdId) : reader, loan);
    await transaction.put('readers', holder);
    await transaction.put('loans', loan);
    return {
      value: {
        loan: deskLoan(loan, title, context),
        reader: { readerId, name: reader.name, loans: holder.openLoans.length, limit: policy.loanLimit },
        filledHold: own !== undefined,
      },
      log: {
        outcome: `借出，${dueOn} 到期`,
        readerId,
        barcode: item._id,
        titleName: title.title,
        branchId,
      },
    };
  },
});

const openLoan = (
  context: StaffContext,
  item: ItemDocument,
  readerId: string,
  branchId: string,
  dueOn: string,
): LoanDocument => ({
  _id: context.newId(),
  readerId,
  barcode: item._id,
  titleId: item.titleId,
  itemType: item.itemType,
  branchId,
  checkedOutAt: context.now,
  checkedOutOn: context.today,
  dueOn,
  renewals: 0,
  status: 'open',
  closedAt: null,
});

const withLoan = (
  reader: ReaderDocument,
  { _id, barcode, titleId, itemType }: LoanDocument,
): ReaderDocument => ({
  ...reader,
  openLoans: [...reader.openLoans, { loanId: _id, barcode, titleId, itemType }],
});

/** The reader's own hold of the title is filled; when another copy stood ready for it, that copy goes to the next reader. */
const fillHold = async (
  transaction: Transaction,
  context: StaffContext,
  holdId: string,
  taken: ItemDocument,
  titleName: string,
): Promise<void> => {
  const hold = await transaction.get('holds', holdId);
  if (!hold) throw new Error(`hold ${holdId} stands in the queue but does not exist`);
  await endHold(transaction, context, hold, 'filled', titleName, taken._id);
};
