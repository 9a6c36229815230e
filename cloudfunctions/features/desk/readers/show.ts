import * as v from 'valibot';
import type { DeskReader } from '../../../../typings/contract/desk';
import type { Refusal } from '../../../../typings/contract/refusals';
import { branchName } from '../../../circulation/branches';
import { countsNoMore } from '../../../circulation/claims';
import { owedBy } from '../../../circulation/money';
import type { ItemOnLoan } from '../../../circulation/open-loan';
import { policyFor } from '../../../circulation/policy';
import {
  blocksOf,
  childrenDebtBlock,
  debtBlock,
  depositBlock,
  isOverdue,
  overdueBlock,
} from '../../../circulation/reader-blocks';
import type { HoldDocument, ReaderDocument, Rules } from '../../../documents';
import type { StaffContext } from '../../../kernel/context';
import { reading } from '../../../kernel/operation';
import { presentedCode } from '../../../kernel/presented-code';
import { done, isRefused } from '../../../kernel/refusal';
import { aBirthDay, aScan } from '../../../kernel/validate';
import { guardianOf, sharedToday } from '../../../membership/family';
import { readerByCard } from '../../../reads/card-shown';
import { itemsOnLoanTo } from '../../../reads/loans';
import { factsById } from '../../../reads/titles';
import { noteLook } from '../../../steps/looks';
import { categoryName } from '../../../views/readers';
import { deskLoan } from '../desk-loan';

/** A reader by what was scanned, four round trips deep. That somebody looked is noted with it. */
export const show = reading('desk.reader', {
  role: 'circulation',
  schema: v.strictObject({
    scanned: aScan,
    birthDay: v.optional(aBirthDay),
    isLookedUp: v.optional(v.boolean()),
  }),
  run: async (context, input) => {
    const shown = await readerByCard(context.db, context, input);
    if (isRefused(shown)) return shown;
    const { _id: readerId } = shown.reader;
    return done({
      ...(await deskReader(context, shown.reader)),
      ...(!input.isLookedUp && { presented: presentedCode(readerId, context, context.library.keys) }),
    });
  },
});

const deskReader = async (context: StaffContext, reader: ReaderDocument): Promise<DeskReader> => {
  const { db, library } = context;
  const family = [...reader.childReaderIds, ...(reader.guardianReaderId ? [reader.guardianReaderId] : [])];
  const [loans, own, shared, relatives] = await Promise.all([
    itemsOnLoanTo(db, reader),
    db.find('holds', { where: { readerId: reader._id, status: 'ready' }, limit: 100 }),
    db.find('holds', { where: { sharedWith: reader._id, status: 'ready' }, limit: 100 }),
    db.getMany('readers', family),
    noteLook(context, reader._id, 'desk.reader'),
  ]);
  const children = relatives.filter((relative) => guardianOf(relative, context) === reader._id);
  const guardian = relatives.find(({ _id }) => _id === guardianOf(reader, context));
  const rules = policyFor(library.policies, {
    readerCategory: reader.category,
    itemType: '*',
    branchId: context.staff.branchId,
  });
  return {
    readerId: reader._id,
    name: reader.name,
    cardNumber: reader.cardNumber,
    category: reader.category,
    categoryName: categoryName(library, reader.category),
    expiresOn: reader.expiresOn,
    standing: reader.standing,
    blocks: blocksNow(context, reader, rules, loans, children),
    loans: loans.map((loan) => deskLoan(loan, context)),
    limit: rules.loanLimit,
    owes: reader.owes,
    deposit: reader.deposit,
    ...(guardian && { guardianName: guardian.name }),
    children: children.map(({ _id, name }) => ({ readerId: _id, name })),
    ready: await readyRows(context, [...own, ...(await sharedStill(context, shared, reader))]),
  };
};

/** Those of some holds that are shared with a reader who is of the family of their readers today. */
const sharedStill = async (
  context: StaffContext,
  holds: readonly HoldDocument[],
  reader: ReaderDocument,
): Promise<HoldDocument[]> => {
  const owners = await context.db.getMany(
    'readers',
    holds.map(({ readerId }) => readerId),
  );
  const known = [...owners, reader];
  return holds.filter((hold) => sharedToday(hold, known, context).sharedWith.includes(reader._id));
};

/** Everything that stands in the way of borrowing now, whatever the copy. */
const blocksNow = (
  context: StaffContext,
  reader: ReaderDocument,
  rules: Rules,
  loans: readonly ItemOnLoan[],
  children: readonly ReaderDocument[],
): Refusal[] => {
  const counted = loans.filter(({ loan }) => !countsNoMore(loan));
  const overdue = counted.filter(({ loan }) => isOverdue(loan, context)).length;
  const childrenOwe = owedBy(children);
  return [
    ...blocksOf(reader, context.today),
    ...overdueBlock(overdue, rules),
    ...debtBlock(reader, rules),
    ...childrenDebtBlock(childrenOwe, rules),
    ...depositBlock(reader, rules),
  ];
};

const readyRows = async (
  { db, library }: StaffContext,
  holds: readonly HoldDocument[],
): Promise<DeskReader['ready']> => {
  const title = await factsById(
    db,
    holds.map((hold) => hold.titleId),
  );
  return holds.map((hold) => ({
    holdId: hold._id,
    title: title(hold.titleId),
    barcode: hold.barcode ?? '',
    branchName: branchName(library, hold.pickUpBranchId),
    pickUpBy: hold.pickUpBy ?? '',
  }));
};
