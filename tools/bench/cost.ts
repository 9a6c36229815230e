import type { Cloud } from '../../local/cloud/index';
import { titleId } from '../screenshots/shots';
import { ask, type Action, type Input, type Output } from './asking';
import { startDemoLibrary } from './demo-library';
import {
  costOf,
  ENDED_LOANS,
  GOALS,
  HOLDS,
  measureGrowth,
  OPEN_LOANS,
  type Cost,
  type Growth,
} from './growth';
import { table } from '../table';
import { PRIVACY_VERSION } from '../../cloudfunctions/features/account/consent-texts';

const LIN = 'o-reader-lin';
const ZHOU = 'o-reader-zhou';
const DESK = 'o-staff-main';
const MAIN = { branchId: 'main' };

/** What every action asks of the database, in the order of a day at the library. */
export async function benchCost(): Promise<void> {
  const cloud = await startDemoLibrary({ warm: 1 });
  try {
    const rows = await walk(cloud);
    console.log('\nWhat one call asks of the database (591 titles, the demo library)');
    console.log(table(['action', 'case', 'round trips', 'goal', 'examined', 'returned', 'answer KB'], rows));
    printGrowth(await measureGrowth(cloud));
  } finally {
    await cloud.close();
  }
}

type Row = (string | number)[];

/** Asks once, and writes down what it cost. */
type Costing = <A extends Action>(
  who: string,
  action: A,
  input: Input<A>,
  note?: string,
) => Promise<Output<A>>;

async function walk(cloud: Cloud): Promise<Row[]> {
  const rows: Row[] = [];
  const costing: Costing = async (who, action, input, note = '') => {
    const { value, cost } = await costOf(cloud, who, action, input);
    const kilobytes = (JSON.stringify(value).length / 1024).toFixed(1);
    const goal = goalOf(action, note);
    rows.push([action, note, cost.roundTrips, goal, cost.examined, cost.returned, kilobytes]);
    return value;
  };
  await walkCatalogue(costing);
  await walkLoans(costing);
  await walkAround(costing);
  await walkDesk(costing, cloud);
  return rows;
}

/** The first screen, searching, a title. */
async function walkCatalogue(costing: Costing): Promise<void> {
  await costing(LIN, 'home.show', {}, 'reader');
  await costing('o-visitor', 'home.show', {}, 'visitor');
  for (const [query, note] of [
    ['三体', 'title'],
    ['鲁迅', 'author'],
    ['红', 'one character'],
    ['', 'newest'],
    ['9787020002207', 'ISBN, not held'],
  ] as const)
    await costing(LIN, 'search.find', { query }, note);
  await costing(LIN, 'search.find', { query: '', onShelfOnly: true, clc: 'K' }, 'class, on shelf');
  await costing(LIN, 'catalogue.title', { titleId: titleId('三体') });
  await costing(LIN, 'catalogue.branches', {});
}

/** What a reader has and waits for. */
async function walkLoans(costing: Costing): Promise<void> {
  const loans = await costing(LIN, 'loans.list', {}, '3 loans');
  await costing('o-reader-xu', 'loans.list', {}, '20 loans');
  const renewable = loans.list.find(({ renewal }) => renewal.allowed);
  if (!renewable) throw new Error('the demo reader has nothing to renew');
  await costing(LIN, 'loans.renew', { loanId: renewable.loanId });
  await costing('o-reader-xu', 'loans.renewAll', {}, '20 loans');
  await costing(ZHOU, 'holds.list', {});
  const hold = await costing(
    LIN,
    'holds.place',
    { titleId: titleId('百年孤独'), pickUpBranchId: 'main' },
    'a copy on the shelf',
  );
  await costing(LIN, 'holds.cancel', { holdId: hold.holdId });
}

/** Account, events, lectures, notices. */
async function walkAround(costing: Costing): Promise<void> {
  await costing(LIN, 'account.me', {});
  await costing(LIN, 'account.card', {});
  await costing(LIN, 'account.setTopic', { topic: 'event', on: false });
  await costing('o-new', 'account.apply', {
    name: '新读者',
    birthDate: '1990-05-06',
    phone: '13800001234',
    agreedTo: PRIVACY_VERSION,
  });
  await costing('o-new', 'account.logOut', {});
  await costing('o-su', 'account.link', { cardNumber: '331000000013', password: '135790' });
  await costing(LIN, 'events.list', {});
  await costing(LIN, 'events.list', { mine: true }, 'mine');
  await costing(LIN, 'events.show', { eventId: 'e-salon' });
  await costing(LIN, 'events.register', { eventId: 'e-salon' });
  await costing(LIN, 'events.cancel', { eventId: 'e-salon' });
  await costing(LIN, 'lectures.list', {});
  await costing(LIN, 'lectures.show', { lectureId: 'lec-trees' });
  await costing(LIN, 'lectures.keepPosition', { lectureId: 'lec-trees', seconds: 12 });
  const notices = await costing(LIN, 'notices.list', {});
  const [notice] = notices.list;
  if (notice) await costing(LIN, 'notices.markRead', { noticeId: notice.noticeId });
  await costing(LIN, 'notices.markAllRead', {});
  await costing(LIN, 'notices.templates', {});
  await costing(LIN, 'notices.grant', { topics: ['hold_ready'] });
}

/** A day at the desk. */
async function walkDesk(costing: Costing, cloud: Cloud): Promise<void> {
  await costing(DESK, 'desk.today', {});
  await costing(DESK, 'desk.reader', { scanned: '331000000001' });
  const free = await freeCopies(cloud);
  const [barcode = ''] = free;
  const out = await costing(DESK, 'desk.checkOut', { readerId: 'r-tang', barcode, ...MAIN });
  await costing(DESK, 'desk.item', { barcode });
  await cloud.clock.move({ advance: { days: 10 } });
  await costing(DESK, 'desk.renew', { loanId: out.loan.loanId });
  await costing(DESK, 'desk.checkIn', { barcode, ...MAIN }, 'nobody waits');
  const awaited = await ask(cloud, LIN, 'loans.list', {});
  const wanted = awaited.value.list.find(({ title }) => title.title === '三体');
  if (!wanted) throw new Error('the demo reader no longer has 三体');
  await costing(DESK, 'desk.checkIn', { barcode: wanted.barcode, ...MAIN }, 'somebody waits');
  await costing(DESK, 'desk.holdShelf', MAIN);
  await costing(DESK, 'desk.toFetch', MAIN);
  await costing(DESK, 'desk.log', MAIN);
}

const goalOf = (action: Action, note: string): string => {
  const verb = ({ 'desk.checkOut': 'checkOut', 'desk.checkIn': 'checkIn', 'loans.renew': 'renew' } as const)[
    action as 'desk.checkOut'
  ];
  return verb && note !== 'somebody waits' ? `≤${GOALS[verb]}` : '';
};

function printGrowth(growth: Growth[]): void {
  console.log(
    `\nDoes it grow? A reader without a past, and one with ${ENDED_LOANS} ended loans in the log and ${OPEN_LOANS} open; ` +
      `a title for which 2 wait, and one for which ${HOLDS} do`,
  );
  const text = ({ roundTrips, examined, returned }: Cost): string =>
    `${roundTrips} / ${examined} / ${returned}`;
  console.log(
    table(
      ['operation', 'goal', 'trips / examined / returned', 'great'],
      growth.map(({ operation, goal, small, great }) => [
        operation,
        goal === undefined ? '' : `≤${goal}`,
        text(small),
        text(great),
      ]),
    ),
  );
}

async function freeCopies(cloud: Cloud): Promise<string[]> {
  const found = await cloud.db.find(
    'items',
    { status: 'available', branchId: 'main', itemType: 'book', use: 'loan', minAge: 0 },
    5,
  );
  return found.map(({ _id }) => String(_id));
}

if (require.main === module)
  benchCost().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
