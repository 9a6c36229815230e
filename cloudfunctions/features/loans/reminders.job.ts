import type { ItemOnLoan } from '../../circulation/open-loan';
import type { JobContext } from '../../kernel/context';
import { daily } from '../../kernel/job';
import { addDays, daysBetween } from '../../kernel/local-date';
import { dueSoon, overdue } from '../../steps/loan-notices';
import type { Telling } from '../../steps/notices';
import { tellNew } from '../../steps/telling-many';
import { loansByLastDay } from './by-last-day';

const throughLoans = async (
  context: JobContext,
  after: string | null,
  range: Parameters<typeof loansByLastDay>[2],
  telling: (item: ItemOnLoan) => Telling | undefined,
) => {
  const page = await loansByLastDay(context, after, range);
  const done = await tellNew(
    context,
    page.loans.flatMap((item) => telling(item) ?? []),
  );
  return { done, after: page.after };
};

export const remindDueSoon = daily('due_soon', '08:00', (context, after) => {
  const { today, library } = context;
  const range = { from: today, upTo: addDays(today, library.settings.dueSoonDays) };
  return throughLoans(context, after, range, (item) => dueSoon(item.loan, item.title.title));
});

export const remindOverdue = daily('overdue', '08:00', (context, after) => {
  const steps = [...context.library.settings.overdueSteps].sort((a, b) => b - a);
  return throughLoans(context, after, { below: context.today }, ({ loan, title }) => {
    const days = daysBetween(loan.dueOn, context.today);
    const step = steps.find((each) => days >= each);
    // A loan that was claimed returned is looked for by staff: reminding would only anger.
    return step === undefined || loan.claimedReturnedAt ? undefined : overdue(loan, title.title, days, step);
  });
});
