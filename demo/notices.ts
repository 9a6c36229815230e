import type { Instant, LocalDate } from '../typings/contract/shapes';
import type {
  NoticeDocument,
  OpenLoan,
  ReaderDocument,
  SettingDocument,
  SubscriptionDocument,
} from '../cloudfunctions/documents';
import { addDays, daysBetween, instantOf } from '../cloudfunctions/kernel/local-date';
import { holdReady } from '../cloudfunctions/steps/hold-notices';
import { overdue } from '../cloudfunctions/steps/loan-notices';
import type { Telling } from '../cloudfunctions/steps/notices';
import type { Shelves } from './circulation';
import { LECTURE_ID } from './event-plans';

/**
 * What was told before the demo begins, under the names the jobs and desks would use themselves: nothing is
 * told twice. Loans that are due soon are left to the first run of the jobs, which is then seen to tell and
 * send.
 */
export function noticesOf(shelves: Shelves): NoticeDocument[] {
  const { titles, branches, holds, items } = shelves;
  const titleName = (titleId: string) => titles.find((title) => title._id === titleId)!.title;
  const branchName = (branchId: string) => branches.find((branch) => branch._id === branchId)!.name;
  const ready = holds
    .filter((hold) => hold.status === 'ready')
    .map((hold) => ({
      ...holdReady(
        { ...hold, holdId: hold._id },
        titleName(hold.titleId),
        branchName(hold.pickUpBranchId),
        '',
      ),
      at: items.get(hold.barcode!)!.changedAt,
    }));
  return [
    ...ready.map((telling) => told(telling, telling.at)),
    ...[...items.values()].flatMap(({ loan, title }) =>
      loan ? overdueNotices(loan, shelves.today, title.title) : [],
    ),
    ...['r-lin', 'r-tang', 'r-chen'].map((readerId) => recapNotice(readerId, shelves.today)),
  ];
}

const OVERDUE_STEPS = [1, 7, 30];

function overdueNotices(loan: OpenLoan, today: LocalDate, titleName: string): NoticeDocument[] {
  const days = daysBetween(loan.dueOn, today);
  const steps = OVERDUE_STEPS.filter((step) => step < days);
  return steps.map((step) =>
    told(
      overdue(loan, titleName, step, step),
      instantOf(addDays(loan.dueOn, step), '08:10'),
      step !== steps.at(-1),
    ),
  );
}

/** Those who came to the lecture were told of its recap two days later. */
function recapNotice(readerId: string, today: LocalDate): NoticeDocument {
  return {
    _id: `recap_${LECTURE_ID}_${readerId}`,
    readerId,
    topic: 'recap',
    title: '讲座回顾上线了',
    body: '您参加的《认识身边的一棵树》有了要点、金句和回放，可以接着看。',
    link: `/features/lectures/pages/lecture/index?lectureId=${LECTURE_ID}`,
    at: instantOf(addDays(today, -7), '10:00'),
    read: readerId === 'r-chen',
    named: true,
  };
}

function told(telling: Telling, at: Instant, read = false): NoticeDocument {
  const { occasion, readerId, topic, title, body, link } = telling;
  return { _id: occasion, readerId, topic, title, body, link, at, read, named: true };
}

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
export function acceptances({
  subscriptions: accepted = [],
  readers = [],
  settings = [],
}: Partial<AllKnown>) {
  const library = settings.find((setting) => setting._id === 'library');
  return accepted.map(({ readerId, topic, balance }) => {
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
