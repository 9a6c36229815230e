import type {
  BranchDocument,
  ItemDocument,
  LoanDocument,
  PolicyDocument,
  QueuedHold,
  ReaderDocument,
} from '../documents';

/** Documents for tests of rules: whole, ordinary, and changed by what the rule is about. */

const NINE_TO_NINE = { from: '09:00', to: '21:00' };

export const aPolicy = (changes: Partial<PolicyDocument> = {}): PolicyDocument => ({
  _id: 'default',
  readerCategory: '*',
  itemType: '*',
  branchId: '*',
  loanDays: 30,
  loanLimit: 20,
  renewalLimit: 1,
  renewalDays: 30,
  renewalWindowDays: null,
  renewalBase: 'due',
  holdLimit: 5,
  holdShelfDays: 3,
  holdsOnShelf: true,
  overdueLimit: 1,
  dueDateMode: 'plain',
  ...changes,
});

/** Open every day from nine to nine unless told. */
export const aBranch = (changes: Partial<BranchDocument> = {}): BranchDocument => ({
  _id: 'main',
  name: '总馆',
  address: '',
  phone: '',
  pickUp: true,
  weeklyHours: Array.from({ length: 7 }, () => NINE_TO_NINE),
  exceptions: {},
  closedOnPublicHolidays: false,
  order: 1,
  ...changes,
});

/** Sunday is 0. */
export const closedOn = (...weekdays: number[]): BranchDocument['weeklyHours'] =>
  Array.from({ length: 7 }, (_, day) => (weekdays.includes(day) ? null : NINE_TO_NINE));

export const aReader = (changes: Partial<ReaderDocument> = {}): ReaderDocument => ({
  _id: 'reader-1',
  name: '读者',
  cardNumber: '30100000001',
  category: 'adult',
  birthDate: '1990-01-01',
  phone: '',
  guardianReaderId: null,
  expiresOn: '2030-12-31',
  block: null,
  openLoans: [],
  openHolds: [],
  openid: null,
  topics: { due_soon: true, overdue: true, hold_ready: true, hold_expired: true, event: true, recap: true },
  joinedAt: '2026-01-01T00:00:00.000Z',
  ...changes,
});

export const anItem = (changes: Partial<ItemDocument> = {}): ItemDocument => ({
  _id: 'YX1',
  titleId: 'title-1',
  itemType: 'book',
  homeBranchId: 'main',
  branchId: 'main',
  shelf: '',
  callNumber: '',
  status: 'available',
  referenceOnly: false,
  price: 0,
  loan: null,
  hold: null,
  transit: null,
  changedAt: '2026-01-01T00:00:00.000Z',
  source: 'test',
  ...changes,
});

export const anOpenLoan = (changes: Partial<LoanDocument> = {}): LoanDocument => ({
  _id: 'loan-1',
  readerId: 'reader-1',
  barcode: 'YX1',
  titleId: 'title-1',
  itemType: 'book',
  branchId: 'main',
  checkedOutAt: '2026-11-01T02:00:00.000Z',
  checkedOutOn: '2026-11-01',
  dueOn: '2026-12-01',
  renewals: 0,
  status: 'open',
  closedAt: null,
  ...changes,
});

export const aWaitingHold = (readerId: string, changes: Partial<QueuedHold> = {}): QueuedHold => ({
  holdId: `hold-${readerId}`,
  readerId,
  pickUpBranchId: 'main',
  placedAt: '2026-11-01T02:00:00.000Z',
  status: 'waiting',
  barcode: null,
  pickUpBy: null,
  ...changes,
});
