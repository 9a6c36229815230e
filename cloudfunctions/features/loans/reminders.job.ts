import type { LoanDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, type Condition } from '../../kernel/database';
import type { Job } from '../../kernel/job';
import { addDays, daysBetween } from '../../kernel/local-date';
import { dueSoon, overdue, type Telling } from '../../steps/notices';
import { tellNew } from '../../steps/telling-many';
import { factsById } from '../../views/titles';

const BATCH = 100;
/** An overdue loan is told of on its first day and again after a week and a month. */
const OVERDUE_STEPS = [30, 7, 1];

/** Goes through open loans by due date in batches; `after` is the number of loans already looked at. */
const throughLoans = async (
  context: JobContext,
  after: string | null,
  dueOn: Condition,
  telling: (loan: LoanDocument, titleName: string) => Telling | undefined,
) => {
  const start = Number(after ?? 0);
  const loans = await context.db.find('loans', {
    where: { status: 'open', dueOn },
    orderBy: [
      ['dueOn', 'asc'],
      ['_id', 'asc'],
    ],
    skip: start,
    limit: BATCH,
  });
  const title = await factsById(
    context.db,
    loans.map((loan) => loan.titleId),
  );
  const done = await tellNew(
    context,
    loans.flatMap((loan) => telling(loan, title(loan.titleId).title) ?? []),
  );
  return { done, after: loans.length === BATCH ? String(start + BATCH) : null };
};

export const remindDueSoon: Job = {
  name: 'due_soon',
  when: { dailyFrom: '08:00' },
  step: (context, after) => {
    const { today, library } = context;
    return throughLoans(
      context,
      after,
      between({ from: today, upTo: addDays(today, library.settings.dueSoonDays) }),
      dueSoon,
    );
  },
};

export const remindOverdue: Job = {
  name: 'overdue',
  when: { dailyFrom: '08:00' },
  step: (context, after) =>
    throughLoans(context, after, between({ below: context.today }), (loan, titleName) => {
      const days = daysBetween(loan.dueOn, context.today);
      const step = OVERDUE_STEPS.find((each) => days >= each);
      return step === undefined ? undefined : overdue(loan, titleName, days, step);
    }),
};
