import type { Instant, LocalDate } from '../typings/contract/answer';
import type {
  LoanDocument,
  NoticeDocument,
  ReaderDocument,
  SettingDocument,
  SubscriptionDocument,
} from '../cloudfunctions/documents';
import { addDays, daysBetween, instantOf } from '../cloudfunctions/kernel/local-date';
import { dueSoon, holdReady, overdue, type Telling } from '../cloudfunctions/steps/notices';
import type { Shelves } from './circulation';

/** What the jobs have told before the demo begins, under the names they would use themselves: nothing is told twice. */
export function noticesOf(shelves: Shelves): NoticeDocument[] {
  const { today, titles, branches, holds, loans } = shelves;
  const titleName = (titleId: string) => titles.find((title) => title._id === titleId)!.title;
  const branchName = (branchId: string) => branches.find((branch) => branch._id === branchId)!.name;
  const ready = holds
    .filter((hold) => hold.status === 'ready')
    .map((hold) =>
      told(
        holdReady({ ...hold, holdId: hold._id }, titleName(hold.titleId), branchName(hold.pickUpBranchId)),
        shelves,
        today,
        '09:40',
      ),
    );
  const open = loans.filter((loan) => loan.status === 'open');
  return [
    ...ready,
    ...open.flatMap((loan) => overdueNotices(loan, shelves, titleName(loan.titleId))),
    ...open
      .filter((loan) => daysBetween(today, loan.dueOn) === 2)
      .map((loan) => told(dueSoon(loan, titleName(loan.titleId)), shelves, addDays(today, -1), '09:00')),
  ];
}

function overdueNotices(loan: LoanDocument, shelves: Shelves, titleName: string): NoticeDocument[] {
  const days = daysBetween(loan.dueOn, shelves.today);
  return [1, 7]
    .filter((day) => day <= days)
    .map((day) =>
      told(overdue(loan, titleName, day, day), shelves, addDays(loan.dueOn, day), '09:00', day < days),
    );
}

function told(telling: Telling, { now }: Shelves, on: LocalDate, time: string, read = false): NoticeDocument {
  const { occasion, readerId, topic, title, body, link } = telling;
  return { _id: occasion, readerId, topic, title, body, link, at: earlier(instantOf(on, time), now), read };
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** Messages that WeChat still lets us send, from taps on "allow" in the past. */
export const subscriptions: SubscriptionDocument[] = (
  [
    ['r-lin', 'due_soon', 2],
    ['r-lin', 'hold_ready', 1],
    ['r-lin', 'recap', 1],
    ['r-zhou', 'hold_ready', 1],
    ['r-wu', 'hold_ready', 1],
    ['r-zheng', 'overdue', 1],
  ] as const
).map(([readerId, topic, balance]) => ({ _id: `${readerId}_${topic}`, readerId, topic, balance }));

/** The same acceptances as WeChat knows them: by identity and template. */
export function acceptances({ subscriptions = [], readers = [], settings = [] }: Partial<AllKnown>) {
  const library = settings.find((setting) => setting._id === 'library');
  return subscriptions.map(({ readerId, topic, balance }) => {
    const openid = readers.find(({ _id }) => _id === readerId)?.openid;
    const templateId = library?.templates[topic]?.templateId;
    if (!openid || !templateId) throw new Error(`nobody can have accepted ${topic} for ${readerId}`);
    return { openid, templateId, count: balance };
  });
}

interface AllKnown {
  subscriptions: SubscriptionDocument[];
  readers: ReaderDocument[];
  settings: SettingDocument[];
}
