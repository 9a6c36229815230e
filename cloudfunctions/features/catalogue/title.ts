import * as v from 'valibot';
import type { BranchItems, ItemOnPage, TitlePage } from '../../../typings/contract/catalogue';
import type { LocalDate } from '../../../typings/contract/answer';
import { holdOf, isWaiting } from '../../circulation/hold-queue';
import type { ItemDocument } from '../../documents';
import type { Context, Library } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { availabilityOf, dueDatesOf, isOnShelf, itemsOfTitles } from '../../views/availability';
import { holdSummary } from '../../views/holds';
import { factsOf } from '../../views/titles';

export const title = reading(v.strictObject({ titleId: anId }), async (context, { titleId }) => {
  const { db, library } = context;
  const [record, items, queue, readerId] = await Promise.all([
    db.get('titles', titleId),
    itemsOfTitles(db, [titleId]),
    db.get('holdQueues', titleId),
    readerIdOf(context),
  ]);
  if (!record) return refuse({ code: 'title_not_found' });
  const dueOn = await dueDatesOf(db, items);
  const holds = queue?.holds ?? [];
  const myHold = readerId === null ? undefined : holdOf(holds, readerId);
  const page: TitlePage = {
    ...factsOf(record),
    subtitle: record.subtitle,
    isbns: record.isbns,
    language: record.language,
    callNumber: record.callNumber,
    subjects: record.subjects,
    summary: record.summary,
    contributors: record.contributors,
    availability: availabilityOf(library, items, dueOn),
    branches: itemsByBranch(library, items, dueOn),
    queue: {
      waiting: holds.filter(isWaiting).length,
      ready: holds.filter((hold) => hold.status === 'ready').length,
    },
    ...(myHold && { myHold: holdSummary(library, holds, myHold) }),
    ...myLoan(items, readerId, dueOn),
    addedAt: record.addedAt,
  };
  return done(page);
});

const readerIdOf = async ({ db, openid }: Context): Promise<string | null> =>
  (await db.get('identities', openid))?.readerId ?? null;

const myLoan = (
  items: ItemDocument[],
  readerId: string | null,
  dueOn: (loanId: string) => LocalDate | undefined,
): Pick<TitlePage, 'myLoan'> => {
  const loan = items.find((item) => item.loan && item.loan.readerId === readerId)?.loan;
  const due = loan && dueOn(loan.loanId);
  return loan && due ? { myLoan: { loanId: loan.loanId, dueOn: due } } : {};
};

/** Branches in the library's order; in each, what stands on the shelf comes first. Withdrawn copies are not shown. */
const itemsByBranch = (
  library: Library,
  items: ItemDocument[],
  dueOn: (loanId: string) => LocalDate | undefined,
): BranchItems[] =>
  library.branches
    .map((branch) => {
      const here = items.filter((item) => item.branchId === branch._id && item.status !== 'withdrawn');
      return {
        branchId: branch._id,
        branchName: branch.name,
        onShelf: here.filter(isOnShelf).length,
        items: here.map((item) => itemOnPage(item, dueOn)).sort(availableFirst),
      };
    })
    .filter((branch) => branch.items.length > 0);

const itemOnPage = (item: ItemDocument, dueOn: (loanId: string) => LocalDate | undefined): ItemOnPage => {
  const due = item.loan ? dueOn(item.loan.loanId) : undefined;
  return {
    barcode: item._id,
    status: item.status,
    referenceOnly: item.referenceOnly,
    callNumber: item.callNumber,
    shelf: item.shelf,
    ...(due && { dueOn: due }),
  };
};

const availableFirst = (a: ItemOnPage, b: ItemOnPage): number =>
  Number(b.status === 'available') - Number(a.status === 'available') ||
  (a.dueOn ?? '').localeCompare(b.dueOn ?? '') ||
  a.barcode.localeCompare(b.barcode);
