import * as v from 'valibot';
import type { DeskReader } from '../../../typings/contract/desk';
import { isOverdue, blocksOf, overdueBlock } from '../../circulation/reader-blocks';
import { policyFor } from '../../circulation/policy';
import type { ReaderDocument } from '../../documents';
import { readCardScan } from '../../kernel/card-code';
import type { StaffContext } from '../../kernel/context';
import { staffReading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aScan } from '../../kernel/validate';
import { branchName } from '../../views/branches';
import { itemsOnLoanTo } from '../../views/loans';
import { factsById } from '../../views/titles';
import { deskLoan } from './desk-loan';

export const reader = staffReading<{ scanned: string }, DeskReader>(
  'circulation',
  v.strictObject({ scanned: aScan }),
  async (context, { scanned }) => {
    const scan = readCardScan(scanned, context.now, context.library.cardKey);
    if (scan.kind === 'expired') return refuse({ code: 'qr_expired' });
    if (scan.kind === 'not_valid') return refuse({ code: 'qr_not_valid' });
    const card = await context.db.get('cards', scan.cardNumber);
    const found = card && (await context.db.get('readers', card.readerId));
    if (!found) return refuse({ code: 'reader_not_found', scanned: scan.cardNumber });
    return done(await deskReader(context, found));
  },
);

const deskReader = async (context: StaffContext, found: ReaderDocument): Promise<DeskReader> => {
  const { db, library, today } = context;
  const [loans, readyHolds] = await Promise.all([
    itemsOnLoanTo(db, found),
    db.find('holds', { where: { readerId: found._id, status: 'ready' }, limit: 100 }),
  ]);
  const title = await factsById(
    db,
    readyHolds.map((each) => each.titleId),
  );
  const policy = policyFor(library.policies, {
    readerCategory: found.category,
    itemType: 'book',
    branchId: context.staff.branchId,
  });
  const overdue = loans.filter((loan) => isOverdue(loan.loan, context)).length;
  return {
    readerId: found._id,
    name: found.name,
    cardNumber: found.cardNumber,
    category: found.category,
    expiresOn: found.expiresOn,
    categoryName: found.category,
    standing: found.standing,
    owes: found.owes,
    deposit: found.deposit,
    children: [],
    blocks: [...blocksOf(found, today), ...overdueBlock(overdue, policy)],
    loans: loans.map((loan) => deskLoan(loan, context)),
    limit: policy.loanLimit,
    ready: readyHolds.map((hold) => ({
      holdId: hold._id,
      title: title(hold.titleId),
      barcode: hold.barcode ?? '',
      branchName: branchName(library, hold.pickUpBranchId),
      pickUpBy: hold.pickUpBy ?? '',
    })),
  };
};
