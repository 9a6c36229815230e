import type { DeskItem } from '../../../../typings/contract/desk';
import { branchName } from '../../../circulation/branches';
import { isWaiting } from '../../../circulation/hold-queue';
import type { ItemDocument, QueuedHold, Library } from '../../../documents';

/** A copy as the desk sees it, with who has it, who had it and who waits. */
export const deskItem = (library: Library, item: ItemDocument, queue: readonly QueuedHold[]): DeskItem => {
  const { loan, lastLoan, hold, transit } = item;
  return {
    barcode: item._id,
    title: item.title,
    status: item.status,
    use: item.use,
    branchName: branchName(library, item.branchId),
    homeBranchName: branchName(library, item.homeBranchId),
    shelf: item.shelf,
    callNumber: item.callNumber,
    price: item.price,
    condition: item.condition,
    ...(loan && {
      loan: {
        loanId: loan.loanId,
        readerId: loan.readerId,
        readerName: loan.readerName,
        dueOn: loan.dueOn,
        claimedReturned: loan.claimedReturnedAt !== null,
        claimedOnline: loan.claimedOnline === true,
      },
    }),
    ...(lastLoan?.readerName && { lastLoan: { readerName: lastLoan.readerName, endedAt: lastLoan.endedAt } }),
    ...(hold && { hold: { holdId: hold.holdId, ...(hold.pickUpBy && { pickUpBy: hold.pickUpBy }) } }),
    ...(transit && { toBranchName: branchName(library, transit.toBranchId) }),
    waiting: queue.filter(isWaiting).length,
  };
};
