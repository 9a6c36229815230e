import type { LocalDate } from '../typings/contract/shapes';
import type { AccountLineDocument, OperationDocument, WaitDocument } from '../cloudfunctions/documents';
import { unsaid } from '../cloudfunctions/steps/money';
import { addDays, instantOf, localDateOf } from '../cloudfunctions/kernel/local-date';
import { pick } from './chance';
import type { Shelves } from './circulation';
import { ANONYMISE_AFTER_DAYS } from './library';

/** The line of the log that ended a loan: a reader who keeps their history finds it there. */
export const returnLine = (
  { readerId, item, loan, endedAt }: Shelves['returns'][number],
  n: number,
): OperationDocument => ({
  _id: `o-staff-main:demo-return-${n}`,
  action: 'desk.checkIn',
  by: 'o-staff-main',
  at: endedAt,
  branchId: loan.branchId,
  staffName: '许清',
  readerId,
  barcode: item._id,
  titleName: item.title.title,
  outcome: '还回，上架',
  comment: '',
  override: null,
  overridden: false,
  ended: {
    loanId: loan.loanId,
    title: item.title,
    checkedOutOn: loan.checkedOutOn,
    returnedOn: localDateOf(endedAt),
  },
  endsLoan: true,
  undo: null,
  // Lines of before that are older are gone through in the first night.
  namedUntil: addDays(localDateOf(endedAt), ANONYMISE_AFTER_DAYS),
  fingerprint: '',
  answer: null,
});

/** What keeps a library alive, as its log has it: how many days ago each was last done. */
const LIFE: readonly [action: string, daysAgo: number][] = [
  ['desk.checkOut', 1],
  ['loans.renew', 1],
  ['holds.place', 2],
  ['talks.open', 1],
  ['talkDesk.say', 1],
  ['deliveryDesk.deliver', 4],
  ['listDesk.save', 71],
  ['eventDesk.save', 6],
  ['caseDesk.answer', 9],
];

/** Lines of before that name nobody: the page of what runs finds when each service was last used. */
export const signsOfLife = (today: LocalDate): OperationDocument[] =>
  LIFE.map(([action, daysAgo]) => ({
    _id: `o-staff-main:demo-life-${action}`,
    action,
    by: 'o-staff-main',
    at: instantOf(addDays(today, -daysAgo), '11:05'),
    ...{ branchId: '', staffName: '', readerId: '', barcode: '', titleName: '', outcome: '', comment: '' },
    ...{ override: null, overridden: false, ended: null, endsLoan: false, undo: null, namedUntil: null },
    ...{ fingerprint: '', answer: null },
  }));

/** How long holds waited over the last months, for the range that readers are told. */
export const waitsOn = (today: LocalDate): WaitDocument[] =>
  Array.from({ length: 36 }, (_, n) => {
    const position = 1 + pick(`place ${n}`, 4);
    const copies = 2 + pick(`copies of hold ${n}`, 4);
    const turn = Math.ceil(position / copies);
    return {
      _id: `h-past-${n}`,
      titleId: '',
      position,
      copies,
      days: 3 + 8 * turn + pick(`wait ${n}`, 9),
      told: null,
      at: instantOf(addDays(today, -3 - 4 * n), '10:20'),
    };
  });

/** What readers owe and have paid. The counters in their documents are changed with every line. */
export function linesOf(shelves: Shelves): AccountLineDocument[] {
  const { readers, today } = shelves;
  const lines: AccountLineDocument[] = [];
  const add = (
    readerId: string,
    daysAgo: number,
    line: Pick<AccountLineDocument, '_id' | 'kind' | 'amount' | 'reason'> & Partial<AccountLineDocument>,
  ) => {
    const on = addDays(today, -daysAgo);
    lines.push({
      readerId,
      account: 'fees',
      at: instantOf(on, '15:30'),
      on,
      bookUntil: null,
      ...unsaid(line),
      staffName: '许清',
      ...line,
    });
    const reader = readers.get(readerId);
    if (!reader) throw new Error(`the demo library has no reader ${readerId}`);
    readers.set(readerId, { ...reader, owes: reader.owes + line.amount });
  };
  add('r-ma', 12, { _id: 'line-ma-1', kind: 'charge', amount: 3200, reason: '遗失图书，按原价赔偿' });
  add('r-tang', 40, {
    _id: 'line-tang-1',
    kind: 'charge',
    amount: 160,
    reason: '逾期 16 天',
    titleName: '百年孤独',
    open: 0,
    settledBy: ['line-tang-2'],
  });
  add('r-tang', 40, {
    _id: 'line-tang-2',
    kind: 'payment',
    amount: -160,
    reason: '缴纳滞纳金',
    settles: 'line-tang-1',
    receipt: 'R00000001',
    method: 'cash',
  });
  add('r-zheng', 5, { _id: 'line-zheng-1', kind: 'charge', amount: 90, reason: '逾期 9 天' });
  return lines;
}
