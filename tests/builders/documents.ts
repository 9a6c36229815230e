import type { CallsBy } from '../../cloudfunctions/circulation/fetching';
import { DEFAULT_RULES } from '../../cloudfunctions/circulation/rules';
import type {
  BranchDocument,
  FineRule,
  ItemDocument,
  OpenLoan,
  PolicyDocument,
  QueuedHold,
  ReaderDocument,
  Rules,
} from '../../cloudfunctions/documents';
import type { LocalDate } from '../../typings/contract/shapes';

/** Documents for tests of rules: whole, ordinary, and changed by what the rule is about. */

const NINE_TO_NINE = { from: '09:00', to: '21:00' };

/** How copies call who waits where everything is lent to everybody and sent everywhere. */
export const callsOn =
  (today: LocalDate): CallsBy =>
  ({ branchId }) => ({ today, branchId, lookAheadDays: () => 0, pickUpByFor: () => today });

/** Copies of a title that stand free. */
export const copiesOnShelf = (count: number): ItemDocument[] =>
  Array.from({ length: count }, (_, n) => anItem({ _id: `free-${n}` }));

/** The defaults, changed. */
export const rules = (changes: Partial<Rules> = {}): Rules => ({ ...DEFAULT_RULES, ...changes });

/** A fine of ten fen a day, changed. */
export const aFine = (changes: Partial<FineRule> = {}): FineRule => ({
  amount: 10,
  per: { count: 1, unit: 'days' },
  grace: null,
  graceWhenRecalled: true,
  amountWhenRecalled: null,
  cap: null,
  capAtPrice: false,
  closedDaysFree: false,
  amnesties: [],
  ...changes,
});

/** A row for everybody that gives these rules. */
export const aPolicy = (
  given: Partial<Rules> = {},
  changes: Partial<PolicyDocument> = {},
): PolicyDocument => ({
  _id: 'default',
  readerCategory: '*',
  itemType: '*',
  branchId: '*',
  note: '',
  rules: given,
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

/** Single closed days, as the exceptions of a branch. */
export const closedDays = (...days: string[]): BranchDocument['exceptions'] =>
  Object.fromEntries(days.map((day) => [day, { open: null, why: '闭馆' }]));

export const aReader = (changes: Partial<ReaderDocument> = {}): ReaderDocument => ({
  _id: 'reader-1',
  name: '读者',
  cardNumber: '30100000001',
  category: 'adult',
  birthDate: '1990-01-01',
  phone: '',
  guardianReaderId: null,
  childReaderIds: [],
  expiresOn: '2030-12-31',
  standing: 'active',
  block: null,
  suspendedUntil: null,
  openLoans: [],
  openHolds: [],
  lately: [],
  noShows: [],
  owes: 0,
  credit: 0,
  deposit: 0,
  openid: null,
  topics: {
    due_soon: true,
    overdue: true,
    hold_ready: true,
    hold_expired: true,
    event: true,
    recap: true,
    recall: true,
    reference: true,
    closure: true,
    account: true,
    news: true,
    article: true,
  },
  keepsHistory: false,
  interests: [],
  language: 'zh',
  joinedAt: '2026-01-01T00:00:00.000Z',
  ...changes,
});

export const anItem = (changes: Partial<ItemDocument> = {}): ItemDocument => ({
  _id: 'YX1',
  titleId: 'title-1',
  title: { titleId: 'title-1', title: '红楼梦', authors: '曹雪芹', publisher: '', year: 2008, clc: 'I242.4' },
  itemType: 'book',
  homeBranchId: 'main',
  branchId: 'main',
  shelf: '',
  callNumber: '',
  status: 'available',
  use: 'loan',
  floating: false,
  minAge: 0,
  price: 0,
  loan: null,
  lastLoan: null,
  hold: null,
  transit: null,
  condition: '',
  changedAt: '2026-01-01T00:00:00.000Z',
  source: 'test',
  ...changes,
});

export const anOpenLoan = (changes: Partial<OpenLoan> = {}): OpenLoan => ({
  loanId: 'YX1:1',
  readerId: 'reader-1',
  readerName: '读者',
  readerCategory: 'adult',
  branchId: 'main',
  checkedOutAt: '2026-11-01T02:00:00.000Z',
  checkedOutOn: '2026-11-01',
  dueOn: '2026-12-01',
  dueAt: null,
  renewals: 0,
  onSite: false,
  recall: null,
  claimedReturnedAt: null,
  moved: [],
  ...changes,
});

/** The copy as it is while on this loan. */
export const onLoan = (item: ItemDocument = anItem(), loan: OpenLoan = anOpenLoan()): ItemDocument => ({
  ...item,
  status: 'on_loan',
  loan,
});

/** What a reader's document knows of an open loan. */
export const aKnownLoan = (
  changes: Partial<ReaderDocument['openLoans'][number]> = {},
): ReaderDocument['openLoans'][number] => ({
  loanId: 'YX9:1',
  barcode: 'YX9',
  titleId: 'title-9',
  itemType: 'book',
  branchId: 'main',
  shelf: '',
  onSite: false,
  dueOnOrLater: '2026-12-01',
  claimed: false,
  ...changes,
});

/** So many open loans, as a reader's document knows them. */
export const knownLoans = (
  count: number,
  changes: Partial<ReaderDocument['openLoans'][number]> = {},
): ReaderDocument['openLoans'] =>
  Array.from({ length: count }, (_, n) => aKnownLoan({ loanId: `K${n}:1`, barcode: `K${n}`, ...changes }));

/** So many open holds, as a reader's document knows them. */
export const knownHolds = (count: number, placedOn = '2026-11-01'): ReaderDocument['openHolds'] =>
  Array.from({ length: count }, (_, n) => ({ holdId: `h${n}`, titleId: `t${n}`, placedOn }));

export const aWaitingHold = (readerId: string, changes: Partial<QueuedHold> = {}): QueuedHold => ({
  holdId: `hold-${readerId}`,
  readerId,
  readerCategory: 'adult',
  pickUpBranchId: 'main',
  placedAt: '2026-11-01T02:00:00.000Z',
  status: 'waiting',
  barcode: null,
  pickUpBy: null,
  sharedWith: [],
  wants: null,
  startsOn: null,
  neededUntil: null,
  ...changes,
});
