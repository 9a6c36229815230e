import type {
  CollectionName,
  Documents,
  HoldDocument,
  ItemDocument,
  LoanDocument,
  ReaderDocument,
} from '../cloudfunctions/documents';

type All = { [Name in CollectionName]?: Documents[Name][] };

/**
 * Every fact that two documents tell, checked against each other over a whole database: copies and loans, readers and what
 * they have open, holds, queues and hold shelves, cards and identities, events and registrations. Each sentence is a fault.
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
    queuesMeet,
    accountsMeet,
    eventsMeet,
    messagesMeet,
  ]) {
    check(index(all), fault);
  }
  return faults;
}

type Fault = (wrong: unknown, sentence: string) => void;
type Index = ReturnType<typeof index>;

const byId = <T extends { _id: string }>(list: T[] = []) =>
  new Map(list.map((document) => [document._id, document]));

function index(all: All) {
  return {
    all,
    titles: byId(all.titles),
    items: byId(all.items),
    readers: byId(all.readers),
    cards: byId(all.cards),
    identities: byId(all.identities),
    loans: byId(all.loans),
    holds: byId(all.holds),
    queues: byId(all.holdQueues),
    branches: byId(all.branches),
    events: byId(all.events),
    notices: byId(all.notices),
  };
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

function loansMeet({ loans, items, readers }: Index, fault: Fault): void {
  const openByItem = new Map<string, LoanDocument>();
  for (const loan of loans.values()) {
    const name = `loan ${loan._id}`;
    fault(
      (loan.status === 'closed') !== (loan.closedAt !== null),
      `${name}: ${loan.status}, closed at ${loan.closedAt}`,
    );
    if (loan.status === 'closed') continue;
    const other = openByItem.get(loan.barcode);
    fault(other, `${name}: copy ${loan.barcode} has another open loan ${other?._id}`);
    openByItem.set(loan.barcode, loan);
    const item = items.get(loan.barcode);
    fault(
      item?.loan?.loanId !== loan._id || item.loan.readerId !== loan.readerId,
      `${name}: copy ${loan.barcode} does not know it`,
    );
    fault(item && item.titleId !== loan.titleId, `${name}: copy ${loan.barcode} is of another title`);
    const known = readers.get(loan.readerId)?.openLoans.filter((open) => open.loanId === loan._id) ?? [];
    fault(known.length !== 1, `${name}: reader ${loan.readerId} knows it ${known.length} times`);
    fault(known[0] && !sameLoan(known[0], loan), `${name}: reader ${loan.readerId} tells other facts of it`);
  }
  for (const item of items.values()) {
    const loan = item.loan && loans.get(item.loan.loanId);
    fault(
      item.loan && loan?.status !== 'open',
      `item ${item._id}: its loan ${item.loan?.loanId} is not open`,
    );
    fault(loan && loan.barcode !== item._id, `item ${item._id}: its loan ${loan?._id} is of another copy`);
  }
  for (const reader of readers.values()) {
    for (const { loanId } of reader.openLoans) {
      const loan = loans.get(loanId);
      fault(
        loan?.status !== 'open' || loan.readerId !== reader._id,
        `reader ${reader._id}: loan ${loanId} is not open for them`,
      );
    }
  }
}

const sameLoan = (known: ReaderDocument['openLoans'][number], loan: LoanDocument) =>
  known.barcode === loan.barcode && known.titleId === loan.titleId && known.itemType === loan.itemType;

const isOpen = (hold: HoldDocument) => hold.status === 'waiting' || hold.status === 'ready';

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

/** A ready hold's copy stands on the shelf of its branch; before that the copy travels there or stands aside to be sent. */
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
    const readers = queue.holds.map((entry) => entry.readerId);
    const copies = queue.holds.flatMap((entry) => entry.barcode ?? []);
    fault(new Set(readers).size !== readers.length, `queue ${queue._id}: a reader stands in it twice`);
    fault(new Set(copies).size !== copies.length, `queue ${queue._id}: a copy serves two holds`);
    for (const entry of queue.holds) {
      const hold = holds.get(entry.holdId);
      const same =
        hold &&
        isOpen(hold) &&
        hold.titleId === queue._id &&
        (['readerId', 'pickUpBranchId', 'placedAt', 'status', 'barcode', 'pickUpBy'] as const).every(
          (field) => hold[field] === entry[field],
        );
      fault(!same, `queue ${queue._id}: hold ${entry.holdId} tells other facts`);
    }
  }
}

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
      reader.openid && identities.get(reader.openid)?.readerId !== reader._id,
      `${name}: identity ${reader.openid} leads elsewhere`,
    );
    fault(
      reader.guardianReaderId && !readers.has(reader.guardianReaderId),
      `${name}: guardian does not exist`,
    );
  }
  for (const card of cards.values()) {
    fault(
      readers.get(card.readerId)?.cardNumber !== card._id,
      `card ${card._id}: its reader has another card`,
    );
  }
  for (const identity of identities.values()) {
    fault(
      readers.get(identity.readerId)?.openid !== identity._id,
      `identity ${identity._id}: its reader is linked elsewhere`,
    );
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
    if (status === 'registered') counts.set(eventId, (counts.get(eventId) ?? 0) + 1);
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
  }
}

function messagesMeet({ all, notices }: Index, fault: Fault): void {
  for (const message of all.outbox ?? []) {
    fault(!notices.has(message._id), `message ${message._id}: no notice tells the same`);
  }
  for (const { _id, balance } of all.subscriptions ?? [])
    fault(balance < 0, `subscription ${_id}: balance ${balance}`);
}
