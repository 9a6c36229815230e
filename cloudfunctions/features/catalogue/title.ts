import * as v from 'valibot';
import type { BranchItems, ItemOnPage, TitlePage } from '../../../typings/contract/catalogue';
import { canServe, holdFor, isWaiting } from '../../circulation/hold-queue';
import { waitingTimeFrom } from '../../circulation/waiting-time';
import type { ItemDocument } from '../../documents';
import type { Context, Library } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { availabilityOf, isOnShelf, itemsOfTitles } from '../../views/availability';
import { holdSummary } from '../../views/holds';
import { factsOf } from '../../views/titles';
import { lateWaits } from '../../views/waits';

export const title = reading(v.strictObject({ titleId: anId }), async (context, { titleId }) => {
  const { db, library } = context;
  const [record, items, queue, readerId, waits] = await Promise.all([
    db.get('titles', titleId),
    itemsOfTitles(db, [titleId]),
    db.get('holdQueues', titleId),
    readerIdOf(context),
    lateWaits(db),
  ]);
  if (!record) return refuse({ code: 'title_not_found' });
  const holds = queue?.holds ?? [];
  const myHold = readerId === null ? undefined : holdFor(holds, readerId);
  const place = holds.filter(isWaiting).length + 1;
  const waitingTime =
    items.filter(isOnShelf).length >= place
      ? null
      : waitingTimeFrom(waits, { position: place, copies: items.filter(canServe).length });
  const page: TitlePage = {
    ...factsOf(record),
    subtitle: record.subtitle,
    isbns: record.isbns,
    language: record.language,
    callNumber: record.callNumber,
    subjects: record.subjects,
    summary: record.summary,
    contributors: record.contributors,
    availability: availabilityOf(library, items),
    branches: itemsByBranch(library, items),
    queue: {
      waiting: holds.filter(isWaiting).length,
      ready: holds.filter((hold) => hold.status === 'ready').length,
    },
    ...(waitingTime && { waitingTime }),
    ...(myHold && { myHold: holdSummary(library, holds, myHold) }),
    ...myLoan(items, readerId),
    addedAt: record.addedAt,
  };
  return done(page);
});

const readerIdOf = async ({ db, openid }: Context): Promise<string | null> =>
  (await db.get('identities', openid))?.readerId ?? null;

const myLoan = (items: ItemDocument[], readerId: string | null): Pick<TitlePage, 'myLoan'> => {
  const loan = items.find((item) => item.loan && item.loan.readerId === readerId)?.loan;
  return loan ? { myLoan: { loanId: loan.loanId, dueOn: loan.dueOn } } : {};
};

/** Branches in the library's order; in each, what stands on the shelf comes first. Withdrawn copies are not shown. */
const itemsByBranch = (library: Library, items: ItemDocument[]): BranchItems[] =>
  library.branches
    .map((branch) => {
      const here = items.filter((item) => item.branchId === branch._id && item.status !== 'withdrawn');
      return {
        branchId: branch._id,
        branchName: branch.name,
        onShelf: here.filter(isOnShelf).length,
        items: here.map(itemOnPage).sort(availableFirst),
      };
    })
    .filter((branch) => branch.items.length > 0);

const itemOnPage = ({ _id, status, use, callNumber, shelf, loan }: ItemDocument): ItemOnPage => ({
  barcode: _id,
  status,
  use,
  callNumber,
  shelf,
  ...(loan && { dueOn: loan.dueOn }),
});

const availableFirst = (a: ItemOnPage, b: ItemOnPage): number =>
  Number(b.status === 'available') - Number(a.status === 'available') ||
  (a.dueOn ?? '').localeCompare(b.dueOn ?? '') ||
  a.barcode.localeCompare(b.barcode);
