import {
  change,
  copiesOf,
  freeCopy,
  lend,
  lentAndReturned,
  readyOnShelf,
  sendFor,
  sendHome,
  titleNamed,
  wait,
  type Shelves,
} from './circulation';

/**
 * What happened at the desks before the demo begins. Each paragraph is a case that somebody wants to see or
 * try.
 */
export function tellStory(shelves: Shelves): void {
  tellOfReadersInQueues(shelves);
  tellOfReadersWithBooks(shelves);
  tellOfTheDesk(shelves);
}

type Borrow = (readerId: string, title: string, daysAgo: number, renewals?: number) => void;

const borrowing =
  (shelves: Shelves): Borrow =>
  (readerId, title, daysAgo, renewals = 0) => {
    lend(shelves, readerId, freeCopy(shelves, title), daysAgo, renewals);
  };

/** Who waits, and what stands ready. */
function tellOfReadersInQueues(shelves: Shelves): void {
  const borrow = borrowing(shelves);
  // 林晓舟: due in two days and renewable, renewed once already, and one that others wait for.
  borrow('r-lin', '活着', 28);
  borrow('r-lin', '万历十五年', 44, 1);
  const wanted = '三体';
  const copies = copiesOf(shelves, titleNamed(shelves, wanted)._id).filter((item) => item.use === 'loan');
  const borrowers = ['r-lin', 'r-xu', 'r-shen', 'r-chen', 'r-tang', 'r-zhao'];
  copies.forEach((item, n) => lend(shelves, borrowers[n]!, item, 12 + 5 * n));
  wait(shelves, 'r-wu', wanted, 'main', 6);
  wait(shelves, 'r-zhou', wanted, 'linhe', 3);

  // 周予安: a book ready on the hold shelf of the main library; 林晓舟 waits behind for the same title.
  const ready = wait(shelves, 'r-zhou', '追风筝的人', 'main', 9);
  readyOnShelf(shelves, ready, freeCopy(shelves, '追风筝的人'), 1);
  const others = copiesOf(shelves, ready.titleId).filter((item) => item.status === 'available');
  const readers = ['r-xu', 'r-tang', 'r-chen', 'r-shen', 'r-zhao', 'r-wu'];
  others
    .filter((item) => item.use === 'loan')
    .forEach((item, n) => lend(shelves, readers[n]!, item, 9 + 4 * n));
  wait(shelves, 'r-lin', '追风筝的人', 'main', 4);
}

/** Who has books out, and how that stands. */
function tellOfReadersWithBooks(shelves: Shelves): void {
  const borrow = borrowing(shelves);
  // 沈知远: research loans, and a book under way to the community branch.
  for (const [n, title] of ['科学革命的结构', '叫魂', '正义论', '传习录', '忧郁的热带'].entries()) {
    borrow('r-shen', title, 8 + 9 * n, n === 4 ? 1 : 0);
  }
  const underWay = wait(shelves, 'r-shen', '人类简史', 'linhe', 2);
  sendFor(shelves, underWay, freeCopy(shelves, '人类简史', 'main'), 1);

  // 陈一诺 and her father: children's books, one due today.
  for (const [title, daysAgo] of [
    ['夏洛的网', 30],
    ['窗边的小豆豆', 16],
    ['草房子', 5],
  ] as const) {
    borrow('r-yinuo', title, daysAgo);
  }
  borrow('r-chen', '正面管教', 21);

  // 郑宇航: two overdue books stop new loans. 何建国: an expired card with a book still out.
  borrow('r-zheng', '算法导论', 42);
  borrow('r-zheng', '人月神话', 33);
  borrow('r-zheng', '重构', 10);
  borrow('r-he', '围城', 60);
  borrow('r-ma', '鹿鼎记', 25);

  // 吴桂芬 and 唐可 and 赵一鸣 read quietly.
  borrow('r-wu', '红楼梦', 18);
  borrow('r-wu', '苏东坡传', 18);
  borrow('r-tang', '时间简史', 7);
  borrow('r-zhao', '平凡的世界', 11);
  const student = wait(shelves, 'r-zhao', '数学之美', 'main', 5);
  readyOnShelf(shelves, student, freeCopy(shelves, '数学之美', 'main'), 0);
}

/** What the desk has to do, and what is over. */
function tellOfTheDesk(shelves: Shelves): void {
  // 徐曼: at her limit of twenty.
  fillUp(shelves, 'r-xu', 20);

  // 陈立 holds a title that stands on the shelf: the desk has something to fetch.
  wait(shelves, 'r-chen', '傲慢与偏见', 'main', 0);

  // Copies that are no ordinary copies.
  change(shelves, freeCopy(shelves, '边城'), { status: 'in_repair' });
  change(shelves, freeCopy(shelves, '呐喊'), { status: 'lost' });
  change(shelves, freeCopy(shelves, '子夜'), { status: 'withdrawn' });
  sendHome(shelves, freeCopy(shelves, '小王子', 'children'), 'linhe');

  // Loans that ended.
  for (const [n, title] of ['傲慢与偏见', '百年孤独', '解忧杂货店', '月亮和六便士'].entries()) {
    lentAndReturned(shelves, n % 2 ? 'r-tang' : 'r-lin', freeCopy(shelves, title), 70 + 11 * n, 45 + 9 * n);
  }
}

function fillUp(shelves: Shelves, readerId: string, limit: number): void {
  const missing = () => limit - shelves.readers.get(readerId)!.openLoans.length;
  for (const title of shelves.titles.slice(60)) {
    if (missing() === 0) return;
    const free = copiesOf(shelves, title._id).filter(
      (item) => item.status === 'available' && item.use === 'loan',
    );
    if (free.length > 2) lend(shelves, readerId, free[0]!, 3 + (missing() % 20));
  }
}
