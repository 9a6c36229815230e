import * as v from 'valibot';
import type { OverdueRow } from '../../../../typings/contract/desk-rows';
import { latenessText } from '../../../circulation/lateness';
import { isOnLoan, type ItemOnLoan } from '../../../circulation/open-loan';
import { isOverdue } from '../../../circulation/reader-blocks';
import { refusalsToRemind, reminderId } from '../../../circulation/reminding';
import type { StaffContext } from '../../../kernel/context';
import { isIn } from '../../../kernel/database';
import { localDateOf } from '../../../kernel/local-date';
import { reading, writing } from '../../../kernel/operation';
import { aPageStart, everyOf, pageFrom } from '../../../kernel/page';
import { done, refuse } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { itemsOnLoanTo, overdueWhere } from '../../../reads/loans';
import { reminded } from '../../../steps/loan-notices';
import { noteLooks } from '../../../steps/looks';
import { tell } from '../../../steps/notices';

const LONGEST_FIRST: ['loan.dueOn' | '_id', 'asc'][] = [
  ['loan.dueOn', 'asc'],
  ['_id', 'asc'],
];

/**
 * Readers with overdue loans of a branch, who has had something longest first, with the number to call: a
 * look at each.
 */
export const overdue = reading('desk.overdue', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async (context, { branchId, after }) => {
    const { db } = context;
    const { days: where, hours } = overdueWhere(branchId, context);
    const [{ list, next }, today] = await Promise.all([
      pageFrom(db, 'items', { where, orderBy: LONGEST_FIRST }, after),
      everyOf(db, 'items', { where: hours }),
    ]);
    // What is late since some hour of today comes after all the days, on the last page.
    const lately = today.filter(isOnLoan);
    const page = [...list.filter(isOnLoan), ...(next ? [] : lately)];
    const readerIds = [...new Set(page.map(({ loan }) => loan.readerId))];
    const all =
      readerIds.length === 0
        ? []
        : await everyOf(db, 'items', { where: { ...where, 'loan.readerId': isIn(readerIds) } });
    const loans = [...all.filter(isOnLoan), ...lately].sort(
      (a, b) => a.loan.dueOn.localeCompare(b.loan.dueOn) || a._id.localeCompare(b._id),
    );
    // A reader stands where their first loan does: on one page, with all of them.
    const here = new Set(page.map(({ _id }) => _id));
    const first = readerIds.filter((id) =>
      here.has(loans.find(({ loan }) => loan.readerId === id)?._id ?? ''),
    );
    return done({ list: await rowsOf(context, first, loans), next });
  },
});

const rowsOf = async (
  context: StaffContext,
  readerIds: readonly string[],
  loans: readonly ItemOnLoan[],
): Promise<OverdueRow[]> => {
  const { db, today, now } = context;
  const [readers, notices] = await Promise.all([
    db.getMany('readers', readerIds),
    db.getMany(
      'notices',
      readerIds.map((id) => reminderId(id, today)),
    ),
    noteLooks(context, readerIds, 'desk.overdue'),
  ]);
  return readerIds.map((readerId) => {
    const own = loans.filter(({ loan }) => loan.readerId === readerId);
    const notice = notices.find(({ _id }) => _id === reminderId(readerId, today));
    return {
      readerId,
      readerName: own[0]?.loan.readerName ?? '',
      phone: readers.find(({ _id }) => _id === readerId)?.phone ?? '',
      loans: own.map(({ _id, title, loan }) => ({
        ...{ loanId: loan.loanId, barcode: _id, title, dueOn: loan.dueOn },
        late: latenessText(loan, { on: today, at: now }),
        claimedReturned: loan.claimedReturnedAt !== null,
      })),
      because: refusalsToRemind(own.filter(isLookedFor).length, notice ? localDateOf(notice.at) : null),
    };
  });
};

/** A loan that was claimed returned is looked for by staff: reminding would only anger. */
const isLookedFor = ({ loan }: ItemOnLoan): boolean => loan.claimedReturnedAt === null;

export const remindOverdue = writing('desk.remindOverdue', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId }),
  prepare: async ({ db, today, now }, { readerId }) => {
    const reader = await db.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    const items = await itemsOnLoanTo(db, reader);
    return { late: items.filter((item) => isOverdue(item.loan, { today, now }) && isLookedFor(item)) };
  },
  run: async (context, { readerId }, transaction, { late }) => {
    const { today, staff } = context;
    const occasion = reminderId(readerId, today);
    const before = await transaction.get('notices', occasion);
    const refusals = refusalsToRemind(late.length, before ? localDateOf(before.at) : null);
    const [longest] = late;
    if (refusals.length > 0 || !longest) return { refusals };
    const { loan, title } = longest;
    await tell(transaction, context, reminded(occasion, loan, title.title, { loans: late.length, today }));
    return {
      value: { readerId, loans: late.length, because: refusalsToRemind(late.length, today) },
      log: { outcome: `提醒还书 ${late.length} 册`, readerId, branchId: staff.branchId },
    };
  },
});
