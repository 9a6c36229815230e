import type {
  HoldDocument,
  ItemDocument,
  KnownLoan,
  OpenLoan,
  QueuedHold,
} from '../cloudfunctions/documents';
import { countsNoMore } from '../cloudfunctions/circulation/claims';
import { barcodeOfLoan } from '../cloudfunctions/kernel/loan-id';
import { queuedHold } from '../cloudfunctions/steps/holds';
import { moneyMeets } from './consistency-of-money';
import { index, type All, type Fault, type Index } from './consistency-index';
import { messagesMeet, ratingsMeet } from './consistency-of-words';

/**
 * Every fact that two documents tell, checked against each other over a whole database: copies and loans,
 * readers and what they have open, holds, queues and hold shelves, cards and identities, events and
 * registrations. Each sentence is a fault.
 */
export function inconsistencies(all: All): string[] {
  const faults: string[] = [];
  const fault = (wrong: unknown, sentence: string) => {
    if (wrong) faults.push(sentence);
  };
  for (const check of [
    itemsStand,
    loansMeet,
    holdsMeet,
    recallsMeet,
    queuesMeet,
    accountsMeet,
    eventsMeet,
    messagesMeet,
    ratingsMeet,
  ]) {
    check(index(all), fault);
  }
  moneyMeets(all, fault);
  return faults;
}

function itemsStand({ items, titles, branches }: Index, fault: Fault): void {
  for (const item of items.values()) {
    const name = `item ${item._id}`;
    fault(!titles.has(item.titleId), `${name}: its title ${item.titleId} does not exist`);
    fault(
      !branches.has(item.branchId) || !branches.has(item.homeBranchId),
      `${name}: a branch does not exist`,
    );
    fault(
      (item.status === 'on_loan') !== (item.loan !== null),
      `${name}: ${item.status}, loan ${item.loan?.loanId}`,
    );
    fault(
      (item.status === 'in_transit') !== (item.transit !== null),
      `${name}: ${item.status}, transit ${!!item.transit}`,
    );
    fault(
      item.hold && item.status !== 'on_hold_shelf' && item.status !== 'in_transit',
      `${name}: serves hold ${item.hold?.holdId} but is ${item.status}`,
    );
    fault(
      item.transit && item.transit.toBranchId !== item.branchId,
      `${name}: travels elsewhere than its branch says`,
    );
  }
}

function loansMeet({ items, readers }: Index, fault: Fault): void {
  for (const item of items.values()) {
    const { loan } = item;
    if (!loan) continue;
    const name = `loan ${loan.loanId}`;
    fault(barcodeOfLoan(loan.loanId) !== item._id, `${name}: is named after another copy than ${item._id}`);
    const known = readers.get(loan.readerId)?.openLoans.filter((open) => open.loanId === loan.loanId) ?? [];
    fault(known.length !== 1, `${name}: reader ${loan.readerId} knows it ${known.length} times`);
    fault(
      known[0] && !sameLoan(known[0], item, loan),
      `${name}: reader ${loan.readerId} tells other facts of it`,
    );
  }
  for (const reader of readers.values()) {
    for (const { loanId, barcode } of reader.openLoans) {
      const loan = items.get(barcode)?.loan;
      fault(
        loan?.loanId !== loanId || loan.readerId !== reader._id,
        `reader ${reader._id}: loan ${loanId} is not open for them`,
      );
    }
  }
}

/** The last day in the reader's document is a lower bound of the loan's own. */
const sameLoan = (known: KnownLoan, item: ItemDocument, loan: OpenLoan) =>
  known.barcode === item._id &&
  known.titleId === item.titleId &&
  known.itemType === item.itemType &&
  known.branchId === loan.branchId &&
  known.onSite === loan.onSite &&
  known.claimed === countsNoMore(loan) &&
  known.dueOnOrLater <= loan.dueOn;

const isOpen = (hold: HoldDocument) => hold.status === 'waiting' || hold.status === 'ready';

/** A recall leads to the hold that it is for, and the hold to the loan. */
function recallsMeet({ items, holds }: Index, fault: Fault): void {
  for (const { loan } of items.values()) {
    const hold = loan?.recall && holds.get(loan.recall.holdId);
    fault(
      loan?.recall && !(hold && isOpen(hold) && hold.recalledLoan === loan.loanId),
      `loan ${loan?.loanId}: hold ${loan?.recall?.holdId} that it is recalled for does not want it`,
    );
    fault(
      loan?.recall && loan.dueOn > loan.recall.dueOnBefore,
      `loan ${loan?.loanId}: recalled to a later day`,
    );
  }
}

function holdsMeet({ holds, readers, items, titles, branches, queues }: Index, fault: Fault): void {
  for (const hold of holds.values()) {
    const name = `hold ${hold._id}`;
    const queued = queues.get(hold.titleId)?.holds.filter((entry) => entry.holdId === hold._id) ?? [];
    const known = readers.get(hold.readerId)?.openHolds.filter((open) => open.holdId === hold._id) ?? [];
    const times = isOpen(hold) ? 1 : 0;
    fault(
      queued.length !== times,
      `${name}: ${hold.status}, ${queued.length} times in the queue of ${hold.titleId}`,
    );
    fault(
      known.length !== times,
      `${name}: ${hold.status}, reader ${hold.readerId} knows it ${known.length} times`,
    );
    fault(isOpen(hold) !== (hold.closedAt === null), `${name}: ${hold.status}, closed at ${hold.closedAt}`);
    if (!isOpen(hold)) continue;
    fault(!titles.has(hold.titleId), `${name}: its title does not exist`);
    fault(!branches.has(hold.pickUpBranchId), `${name}: its pick-up branch does not exist`);
    fault(
      hold.status === 'ready' && !(hold.barcode && hold.pickUpBy),
      `${name}: ready without copy or last day`,
    );
    fault(hold.status === 'waiting' && hold.pickUpBy, `${name}: waiting with a last day`);
    fault(
      hold.barcode && !serves(items.get(hold.barcode), hold),
      `${name}: copy ${hold.barcode} does not serve it`,
    );
  }
  for (const item of items.values()) {
    const hold = item.hold && holds.get(item.hold.holdId);
    fault(
      item.hold && !(hold && isOpen(hold) && hold.barcode === item._id),
      `item ${item._id}: hold ${item.hold?.holdId} does not wait for it`,
    );
  }
  for (const reader of readers.values()) {
    for (const { holdId, titleId } of reader.openHolds) {
      const hold = holds.get(holdId);
      fault(
        !hold || !isOpen(hold) || hold.titleId !== titleId,
        `reader ${reader._id}: hold ${holdId} is not open for them`,
      );
    }
  }
}

/**
 * A ready hold's copy stands on the shelf of its branch; before that the copy travels there or stands aside
 * to be sent.
 */
function serves(item: ItemDocument | undefined, hold: HoldDocument): boolean {
  if (!item?.hold || item.hold.holdId !== hold._id || item.hold.readerId !== hold.readerId) return false;
  if (item.titleId !== hold.titleId || item.hold.pickUpBy !== hold.pickUpBy) return false;
  if (hold.status === 'ready')
    return item.status === 'on_hold_shelf' && item.branchId === hold.pickUpBranchId;
  if (item.status === 'in_transit') return item.transit?.toBranchId === hold.pickUpBranchId;
  return item.status === 'on_hold_shelf' && item.branchId !== hold.pickUpBranchId;
}

function queuesMeet({ queues, holds }: Index, fault: Fault): void {
  for (const queue of queues.values()) {
    // Only of certain copies may a reader hold more than one.
    const wishes = queue.holds.map((entry) => `${entry.readerId} ${entry.wants ?? ''}`);
    const mixed = queue.holds.some(
      ({ holdId, readerId, wants }) =>
        wants === null && queue.holds.some((other) => other.readerId === readerId && other.holdId !== holdId),
    );
    const copies = queue.holds.flatMap((entry) => entry.barcode ?? []);
    fault(mixed || new Set(wishes).size !== wishes.length, `queue ${queue._id}: a reader stands in it twice`);
    fault(new Set(copies).size !== copies.length, `queue ${queue._id}: a copy serves two holds`);
    for (const entry of queue.holds) {
      const hold = holds.get(entry.holdId);
      const same =
        hold &&
        isOpen(hold) &&
        hold.titleId === queue._id &&
        JSON.stringify(queuedHold(hold)) === JSON.stringify(inOrder(entry));
      fault(!same, `queue ${queue._id}: hold ${entry.holdId} tells other facts`);
    }
  }
}

const NOWHERE = { position: 0, copies: 0, told: null };

/** The fields of an entry in the order of `queuedHold`. */
const inOrder = (entry: QueuedHold) =>
  queuedHold({ ...entry, _id: entry.holdId, titleId: '', closedAt: null, placedAs: NOWHERE });

function accountsMeet({ all, readers, cards, identities }: Index, fault: Fault): void {
  const numbers = (all.readers ?? []).map((reader) => reader.cardNumber);
  fault(new Set(numbers).size !== numbers.length, 'readers: a card number is given twice');
  for (const reader of readers.values()) {
    const name = `reader ${reader._id}`;
    fault(
      cards.get(reader.cardNumber)?.readerId !== reader._id,
      `${name}: card ${reader.cardNumber} leads elsewhere`,
    );
    fault(
      reader.openid && !identities.get(reader.openid)?.readerIds.includes(reader._id),
      `${name}: identity ${reader.openid} leads elsewhere`,
    );
    fault(
      reader.guardianReaderId && !readers.has(reader.guardianReaderId),
      `${name}: guardian does not exist`,
    );
  }
  for (const card of cards.values()) {
    fault(
      card.status === 'active' && readers.get(card.readerId)?.cardNumber !== card._id,
      `card ${card._id}: its reader has another card`,
    );
  }
  for (const identity of identities.values()) {
    fault(
      !identity.readerIds.includes(identity.readerId),
      `identity ${identity._id}: the card that acts is not among its cards`,
    );
    for (const readerId of identity.readerIds) {
      fault(
        readers.get(readerId)?.openid !== identity._id,
        `identity ${identity._id}: reader ${readerId} is linked elsewhere`,
      );
    }
  }
}

function eventsMeet({ all, events, readers }: Index, fault: Fault): void {
  const counts = new Map<string, number>();
  for (const registration of all.registrations ?? []) {
    const { _id, eventId, readerId, startsAt, status } = registration;
    const event = events.get(eventId);
    fault(_id !== `${eventId}_${readerId}`, `registration ${_id}: its name is not event and reader`);
    fault(
      !event || event.startsAt !== startsAt,
      `registration ${_id}: its event starts at another time or is gone`,
    );
    fault(!readers.has(readerId), `registration ${_id}: its reader does not exist`);
    const { token, places } = registration;
    const place = event?.held.find((each) => each.token === token);
    const hasPlace = ['registered', 'offered'].includes(status);
    const isOver = ['attended', 'absent'].includes(status);
    fault(
      !isOver && hasPlace !== (place !== undefined),
      `registration ${_id}: it is ${status}, its place is held or not`,
    );
    fault(
      place !== undefined && (place.readerId !== readerId || place.places !== places),
      `registration ${_id}: other places are held for it than it has`,
    );
    if (hasPlace || isOver) counts.set(eventId, (counts.get(eventId) ?? 0) + places);
  }
  for (const event of events.values()) {
    const counted = counts.get(event._id) ?? 0;
    fault(
      event.registered !== counted,
      `event ${event._id}: ${event.registered} registered, ${counted} registrations`,
    );
    fault(
      event.registered > event.quota,
      `event ${event._id}: ${event.registered} registered for ${event.quota} places`,
    );
    fault(
      event.free < 0 || event.free + event.registered > event.quota - event.door,
      `event ${event._id}: ${event.free} free and ${event.registered} registered of ${event.quota} places`,
    );
    fault(
      new Set(event.held.map(({ readerId }) => readerId)).size < event.held.length,
      `event ${event._id}: a reader holds places twice`,
    );
  }
}
