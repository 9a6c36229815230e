import * as v from 'valibot';
import { isOnLoan } from '../../../circulation/open-loan';
import { between } from '../../../kernel/database';
import { daysBetween } from '../../../kernel/local-date';
import { reading } from '../../../kernel/operation';
import { aPageStart, pageFrom } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';

/** Overdue loans of a branch, longest overdue first, with the number to call. */
export const overdue = reading('desk.overdue', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async ({ db, today }, { branchId, after }) => {
    const { list, next } = await pageFrom(
      db,
      'items',
      {
        where: { 'loan.branchId': branchId, 'loan.dueOn': between({ below: today }) },
        orderBy: [
          ['loan.dueOn', 'asc'],
          ['_id', 'asc'],
        ],
      },
      after,
    );
    const items = list.filter(isOnLoan);
    const readers = await db.getMany(
      'readers',
      items.map(({ loan }) => loan.readerId),
    );
    return done({
      list: items.map(({ _id, title, loan }) => ({
        loanId: loan.loanId,
        barcode: _id,
        title,
        readerId: loan.readerId,
        readerName: loan.readerName,
        phone: readers.find((reader) => reader._id === loan.readerId)?.phone ?? '',
        dueOn: loan.dueOn,
        daysOverdue: daysBetween(loan.dueOn, today),
        claimedReturned: loan.claimedReturnedAt !== null,
      })),
      next,
    });
  },
});
