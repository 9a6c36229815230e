import type { AccountLineDocument, CollectionName, Documents } from '../cloudfunctions/documents';

type All = { [Name in CollectionName]?: Documents[Name][] };
type Fault = (wrong: unknown, sentence: string) => void;

const sum = (lines: readonly AccountLineDocument[]): number =>
  lines.reduce((all, { amount }) => all + amount, 0);

/**
 * An account is its lines: the counters of a reader are their sums, what is open of a charge is what the
 * lines that settle it left, nothing is given back twice, and receipts are numbered without gaps.
 */
export function moneyMeets(all: All, fault: Fault): void {
  const lines = all.accountLines ?? [];
  const byId = new Map(lines.map((line) => [line._id, line]));
  for (const line of lines) {
    const name = `line ${line._id}`;
    fault(!Number.isSafeInteger(line.amount), `${name}: ${line.amount} is no whole number of fen`);
    fault(!all.readers?.some(({ _id }) => _id === line.readerId), `${name}: its reader does not exist`);
    const other = line.settles === null ? undefined : byId.get(line.settles);
    fault(line.settles !== null && !other, `${name}: line ${line.settles} that it settles does not exist`);
    fault(other && other.readerId !== line.readerId, `${name}: settles a line of another reader`);
    if (line.kind === 'charge') chargeAddsUp(line, lines, fault);
    else fault(line.open !== 0, `${name}: ${line.open} open of a ${line.kind}`);
    const refunds = lines.filter(({ kind, settles }) => kind === 'refund' && settles === line._id);
    const refunded = line.refunded ?? 0;
    fault(refunded < sum(refunds), `${name}: ${sum(refunds)} paid out, ${refunded} noted`);
    fault(refunded > Math.max(0, -line.amount), `${name}: ${refunded} given back of ${-line.amount}`);
  }
  for (const reader of all.readers ?? []) {
    accountAddsUp(
      reader,
      lines.filter(({ readerId }) => readerId === reader._id),
      fault,
    );
  }
  receiptsRunOn(all, lines, fault);
}

function chargeAddsUp(
  charge: AccountLineDocument,
  lines: readonly AccountLineDocument[],
  fault: Fault,
): void {
  const name = `line ${charge._id}`;
  const settling = lines.filter(({ settles }) => settles === charge._id);
  const left = charge.amount + sum(settling);
  fault(charge.open !== left, `${name}: ${charge.open} open, its lines leave ${left}`);
  fault(charge.open < 0 || charge.amount < 0, `${name}: ${charge.open} open of ${charge.amount}`);
  const named = [...(charge.settledBy ?? [])].sort().join();
  const known = settling
    .map(({ _id }) => _id)
    .sort()
    .join();
  fault(named !== known, `${name}: settled by ${named || 'nothing'}, lines say ${known || 'nothing'}`);
}

function accountAddsUp(
  reader: Documents['readers'],
  lines: readonly AccountLineDocument[],
  fault: Fault,
): void {
  const name = `reader ${reader._id}`;
  const fees = lines.filter(({ account }) => account === 'fees');
  const credits = fees.filter(({ kind }) => kind === 'credit' || kind === 'refund');
  const open = fees.reduce((all, line) => all + line.open, 0);
  const sums = {
    owes: sum(fees),
    credit: 0 - sum(credits),
    deposit: sum(lines.filter(({ account }) => account === 'deposit')),
  };
  for (const counter of ['owes', 'credit', 'deposit'] as const) {
    fault(
      reader[counter] !== sums[counter],
      `${name}: ${counter} ${reader[counter]}, lines sum to ${sums[counter]}`,
    );
  }
  fault(
    reader.credit < 0 || reader.deposit < 0,
    `${name}: credit ${reader.credit}, deposit ${reader.deposit}`,
  );
  fault(
    reader.owes !== open - reader.credit,
    `${name}: owes ${reader.owes} with ${open} open and ${reader.credit} credit`,
  );
}

function receiptsRunOn(all: All, lines: readonly AccountLineDocument[], fault: Fault): void {
  const counter = all.settings?.find(({ _id }) => _id === 'receipt-counter');
  const last = counter?._id === 'receipt-counter' ? counter.last : 0;
  const given = [...new Set(lines.map(({ receipt }) => receipt).filter(Boolean))].sort();
  const numbers = given.map((receipt) => Number(receipt.slice(1)));
  fault(
    numbers.length !== last || numbers.some((number, n) => number !== n + 1),
    `receipts: ${given.join(', ') || 'none'}, counted to ${last}`,
  );
  for (const receipt of given) {
    const readers = new Set(lines.filter((line) => line.receipt === receipt).map(({ readerId }) => readerId));
    fault(readers.size !== 1, `receipt ${receipt}: for ${readers.size} readers`);
  }
}
