import { autoRenewsOn, longestAutoRenewal } from '../../circulation/auto-renewal';
import { rulesOfLoan, type ItemOnLoan } from '../../circulation/open-loan';
import type { JobContext } from '../../kernel/context';
import { daily } from '../../kernel/job';
import { addDays } from '../../kernel/local-date';
import { isRefused } from '../../kernel/refusal';
import { loanWithin } from '../../reads/loans';
import { renewedByItself } from '../../steps/loan-notices';
import { tell } from '../../steps/notices';
import { forOneRenewal, renewLoan } from '../../steps/renewing';
import { loansByLastDay } from './by-last-day';

/**
 * Renews loans that end soon where the rules say that they renew by themselves, by all rules of a renewal;
 * who has one is told. What cannot be renewed is left to the reminder. Each loan is its own transaction and
 * carries the day on which it was renewed so: cut off and done again, none is renewed twice.
 */
export const renewByThemselves = daily('renew_by_themselves', '06:00', async (context, after) => {
  const { library, today } = context;
  const days = longestAutoRenewal(library.policies);
  if (days === null) return { done: 0, after: null };
  const page = await loansByLastDay(context, after, { from: today, upTo: addDays(today, days) });
  let done = 0;
  for (const item of page.loans) {
    if (autoRenewsOn(today, item.loan, rulesOfLoan(library, item)) && (await renewOne(context, item)))
      done += 1;
  }
  return { done, after: page.after };
});

const renewOne = (context: JobContext, { loan, title }: ItemOnLoan): Promise<boolean> =>
  context.db.transact(async (transaction) => {
    const { library, today } = context;
    const item = await loanWithin(transaction, loan.loanId);
    if (!item || !autoRenewsOn(today, item.loan, rulesOfLoan(library, item))) return false;
    const reader = await transaction.get('readers', item.loan.readerId);
    if (!reader) return false;
    const needs = await forOneRenewal(context, item, reader);
    const renewed = await renewLoan(transaction, context, item, reader, {
      ...needs,
      online: false,
      byItself: true,
    });
    if (isRefused(renewed)) return false;
    await tell(transaction, context, renewedByItself(renewed.loan, title.title, item.loan.dueOn));
    return true;
  });
