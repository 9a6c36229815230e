import type { Instant, LocalDate } from '../typings/contract/shapes';
import { shelfUntil } from '../cloudfunctions/circulation/shelf-days';
import { loanEnd } from '../cloudfunctions/circulation/due-date';
import { policyFor } from '../cloudfunctions/circulation/policy';
import { renewalPeriodOf } from '../cloudfunctions/circulation/renewal';
import type {
  BranchDocument,
  CalendarDocument,
  HoldDocument,
  HoldQueueDocument,
  ItemDocument,
  OpenLoan,
  ReaderDocument,
  TitleDocument,
} from '../cloudfunctions/documents';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { loanIdOf } from '../cloudfunctions/kernel/loan-id';
import { queuedHold } from '../cloudfunctions/steps/holds';
import { knownLoanOf } from '../cloudfunctions/circulation/open-loan';
import { policies } from './policies';

export interface Shelves {
  today: LocalDate;
  now: Instant;
  titles: TitleDocument[];
  branches: BranchDocument[];
  calendars: CalendarDocument[];
  /** Changed in place while the story is told. */
  items: Map<string, ItemDocument>;
  readers: Map<string, ReaderDocument>;
  holds: HoldDocument[];
  /** Loans that ended, for the log. */
  returns: { readerId: string; item: ItemDocument; loan: OpenLoan; endedAt: Instant }[];
}

/**
 * A title of the demo library by its name; the story fails loudly when the list of titles changes under it.
 */
export function titleNamed({ titles }: Shelves, name: string): TitleDocument {
  const found = titles.find((title) => title.title === name);
  if (!found) throw new Error(`the demo library has no title ${name}`);
  return found;
}

export function copiesOf({ items }: Shelves, titleId: string): ItemDocument[] {
  return [...items.values()].filter((item) => item.titleId === titleId);
}

const isFree = (item: ItemDocument) => item.status === 'available' && item.use === 'loan';

/** A free copy of a title, at a branch if one is named. */
export function freeCopy(shelves: Shelves, title: string, branchId?: string): ItemDocument {
  const found = copiesOf(shelves, titleNamed(shelves, title)._id).find(
    (item) => isFree(item) && (branchId === undefined || item.branchId === branchId),
  );
  if (!found) throw new Error(`no free copy of ${title} at ${branchId ?? 'any branch'}`);
  return found;
}

/** Lends a copy as the desk would have done so many days ago; renewed so many times since. */
export function lend(
  shelves: Shelves,
  readerId: string,
  item: ItemDocument,
  daysAgo: number,
  renewals = 0,
): OpenLoan {
  const reader = readerOf(shelves, readerId);
  const checkedOutOn = addDays(shelves.today, -daysAgo);
  const checkedOutAt = atDesk(shelves, checkedOutOn, '10:15');
  const rules = policyFor(policies, {
    readerCategory: reader.category,
    itemType: item.itemType,
    branchId: item.branchId,
  });
  const facts = {
    rules,
    branch: branchOf(shelves, item.branchId),
    calendars: shelves.calendars,
    cardExpiresOn: reader.expiresOn,
  };
  let end = loanEnd({ on: checkedOutOn, at: checkedOutAt }, rules.loanPeriod, facts);
  for (let renewal = 0; renewal < renewals; renewal++)
    end = loanEnd({ on: end.dueOn, at: end.dueAt ?? checkedOutAt }, renewalPeriodOf(rules), facts);
  const loan: OpenLoan = {
    loanId: loanIdOf(item._id, `${daysAgo}`),
    readerId,
    readerName: reader.name,
    readerCategory: reader.category,
    branchId: item.branchId,
    checkedOutAt,
    checkedOutOn,
    ...end,
    renewals,
    onSite: false,
    recall: null,
    claimedReturnedAt: null,
    moved: [],
  };
  shelves.readers.set(readerId, {
    ...reader,
    openLoans: [...reader.openLoans, knownLoanOf({ ...item, loan })],
    borrowedIn: checkedOutOn.slice(0, 7),
    lately: [...reader.lately, { on: checkedOutOn, itemType: item.itemType }],
  });
  change(shelves, item, { status: 'on_loan', loan, changedAt: checkedOutAt });
  return loan;
}

/**
 * A loan that was brought back some days ago: the log tells of it, and the copy remembers who had it last.
 */
export function lentAndReturned(
  shelves: Shelves,
  readerId: string,
  item: ItemDocument,
  daysAgo: number,
  returnedDaysAgo: number,
): void {
  const loan = lend(shelves, readerId, item, daysAgo);
  const endedAt = atDesk(shelves, addDays(shelves.today, -returnedDaysAgo), '16:40');
  const reader = readerOf(shelves, readerId);
  shelves.readers.set(readerId, { ...reader, openLoans: reader.openLoans.slice(0, -1) });
  const { loanId, readerName, checkedOutOn } = loan;
  change(shelves, item, {
    status: 'available',
    loan: null,
    lastLoan: { loanId, readerId, readerName, checkedOutOn, endedAt, how: 'returned' },
    changedAt: endedAt,
  });
  shelves.returns.push({ readerId, item, loan, endedAt });
}

/** A reader starts to wait for a title. */
export function wait(
  shelves: Shelves,
  readerId: string,
  title: string,
  pickUpBranchId: string,
  daysAgo: number,
): HoldDocument {
  const { _id: titleId } = titleNamed(shelves, title);
  const hold: HoldDocument = {
    _id: `h-${readerId}-${titleId}`,
    titleId,
    readerId,
    readerCategory: readerOf(shelves, readerId).category,
    pickUpBranchId,
    status: 'waiting',
    placedAt: atDesk(shelves, addDays(shelves.today, -daysAgo), '19:30'),
    barcode: null,
    pickUpBy: null,
    closedAt: null,
    sharedWith: [],
    wants: null,
    startsOn: null,
    neededUntil: null,
    placedAs: { position: 1, copies: 1, told: null },
  };
  shelves.holds.push(hold);
  const reader = readerOf(shelves, readerId);
  shelves.readers.set(readerId, {
    ...reader,
    openHolds: [
      ...reader.openHolds,
      { holdId: hold._id, titleId, placedOn: addDays(shelves.today, -daysAgo) },
    ],
  });
  return hold;
}

/** The copy stands on the hold shelf of the pick-up branch since so many days. */
export function readyOnShelf(
  shelves: Shelves,
  hold: HoldDocument,
  item: ItemDocument,
  daysAgo: number,
): void {
  const since = addDays(shelves.today, -daysAgo);
  const branch = branchOf(shelves, hold.pickUpBranchId);
  const rules = policyFor(policies, {
    readerCategory: hold.readerCategory,
    itemType: item.itemType,
    branchId: hold.pickUpBranchId,
  });
  hold.status = 'ready';
  hold.barcode = item._id;
  hold.pickUpBy = shelfUntil(since, rules, { branch, calendars: shelves.calendars });
  change(shelves, item, {
    status: 'on_hold_shelf',
    branchId: hold.pickUpBranchId,
    hold: { holdId: hold._id, readerId: hold.readerId, pickUpBy: hold.pickUpBy },
    changedAt: atDesk(shelves, since, '09:40'),
  });
}

/** The copy was sent to the pick-up branch and is under way. */
export function sendFor(shelves: Shelves, hold: HoldDocument, item: ItemDocument, daysAgo: number): void {
  hold.barcode = item._id;
  change(shelves, item, {
    status: 'in_transit',
    branchId: hold.pickUpBranchId,
    hold: { holdId: hold._id, readerId: hold.readerId, pickUpBy: null },
    transit: { fromBranchId: item.branchId, toBranchId: hold.pickUpBranchId, why: 'hold' },
    changedAt: atDesk(shelves, addDays(shelves.today, -daysAgo), '17:05'),
  });
}

/** Brought back elsewhere yesterday and on the way home. */
export function sendHome(shelves: Shelves, item: ItemDocument, fromBranchId: string): void {
  change(shelves, item, {
    status: 'in_transit',
    branchId: item.homeBranchId,
    transit: { fromBranchId, toBranchId: item.homeBranchId, why: 'home' },
    changedAt: atDesk(shelves, addDays(shelves.today, -1), '15:20'),
  });
}

export function change(shelves: Shelves, item: ItemDocument, own: Partial<ItemDocument>): void {
  shelves.items.set(item._id, { ...item, ...own });
}

/** The queues as the open holds make them, each in the order of placing. */
export function queuesOf(holds: HoldDocument[]): HoldQueueDocument[] {
  const queues = new Map<string, HoldQueueDocument>();
  const open = holds.filter((hold) => hold.status === 'waiting' || hold.status === 'ready');
  for (const hold of open.sort((a, b) => a.placedAt.localeCompare(b.placedAt))) {
    const queue = queues.get(hold.titleId) ?? { _id: hold.titleId, holds: [] };
    queue.holds.push(queuedHold(hold));
    queues.set(hold.titleId, queue);
  }
  return [...queues.values()];
}

/** A time of a day, but never in the future: what was done today was done before now. */
function atDesk({ now }: Shelves, date: LocalDate, time: string): Instant {
  const at = instantOf(date, time);
  return at < now ? at : now;
}

function readerOf({ readers }: Shelves, readerId: string): ReaderDocument {
  const reader = readers.get(readerId);
  if (!reader) throw new Error(`the demo library has no reader ${readerId}`);
  return reader;
}

function branchOf({ branches }: Shelves, branchId: string): BranchDocument {
  const branch = branches.find(({ _id }) => _id === branchId);
  if (!branch) throw new Error(`the demo library has no branch ${branchId}`);
  return branch;
}
