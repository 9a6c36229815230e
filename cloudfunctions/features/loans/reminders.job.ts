import { isOnLoan, type ItemOnLoan } from '../../circulation/open-loan';
import type { JobContext } from '../../kernel/context';
import { between, type Condition } from '../../kernel/database';
import type { Job } from '../../kernel/job';
import { addDays, daysBetween } from '../../kernel/local-date';
import { dueSoon, overdue, type Telling } from '../../steps/notices';
import { tellNew } from '../../steps/telling-many';

const BATCH = 100;

/**
 * Goes through open loans by due date in batches; `after` is the last one looked at, so that loans that end
 * meanwhile skip nobody.
 */
const throughLoans = async (
  context: JobContext,
  after: string | null,
  range: { from?: string; below?: string; upTo?: string },
  telling: (item: ItemOnLoan) => Telling | undefined,
) => {
  const [day = '', barcode = ''] = after?.split('|') ?? [];
  const [rest, later] = await Promise.all([
    after ? pageOfLoans(context, day, between({ from: `${barcode}\u0000` })) : [],
    pageOfLoans(context, between({ ...range, ...(after && { from: addDays(day, 1) }) })),
  ]);
  const items = [...rest, ...later].slice(0, BATCH);
  const done = await tellNew(
    context,
    items.filter(isOnLoan).flatMap((item) => telling(item) ?? []),
  );
  const last = items.filter(isOnLoan).at(-1);
  return { done, after: items.length === BATCH && last ? `${last.loan.dueOn}|${last._id}` : null };
};

const pageOfLoans = ({ db }: JobContext, dueOn: Condition, _id?: Condition) =>
  db.find('items', {
    where: { 'loan.dueOn': dueOn, ...(_id !== undefined && { _id }) },
    orderBy: [
      ['loan.dueOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH,
  });

export const remindDueSoon: Job = {
  name: 'due_soon',
  when: { dailyFrom: '08:00' },
  step: (context, after) => {
    const { today, library } = context;
    const range = { from: today, upTo: addDays(today, library.settings.dueSoonDays) };
    return throughLoans(context, after, range, (item) => dueSoon(item.loan, item.title.title));
  },
};

export const remindOverdue: Job = {
  name: 'overdue',
  when: { dailyFrom: '08:00' },
  step: (context, after) => {
    const steps = [...context.library.settings.overdueSteps].sort((a, b) => b - a);
    return throughLoans(context, after, { below: context.today }, ({ loan, title }) => {
      const days = daysBetween(loan.dueOn, context.today);
      const step = steps.find((each) => days >= each);
      // A loan that was claimed returned is looked for by staff: reminding would only anger.
      return step === undefined || loan.claimedReturnedAt
        ? undefined
        : overdue(loan, title.title, days, step);
    });
  },
};
