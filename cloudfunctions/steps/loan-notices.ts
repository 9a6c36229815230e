import type { LocalDate } from '../../typings/contract/shapes';
import { yuan } from '../kernel/fen';
import { daysBetween } from '../kernel/local-date';
import { tellingOf, type Telling } from './notices';

interface LoanTold {
  loanId: string;
  readerId: string;
}

type DueLoan = LoanTold & { dueOn: LocalDate };

/** What is told of a loan to its reader, and leads to their loans. */
const aboutLoan = (
  { readerId }: LoanTold,
  titleName: string,
  words: Pick<Telling, 'occasion' | 'topic' | 'title' | 'body'>,
  facts?: Telling['facts'],
): Telling => tellingOf({ readerId, titleName, link: '/features/loans/pages/mine/index' }, words, facts);

/** Not told to who has brought it back, or renewed it, since. */
const whileDue = (loan: DueLoan, telling: Telling): Telling => ({
  ...telling,
  still: { loanId: loan.loanId, dueOn: loan.dueOn },
});

export const dueSoon = (loan: DueLoan, titleName: string): Telling =>
  whileDue(
    loan,
    aboutLoan(
      loan,
      titleName,
      {
        occasion: `due_soon_${loan.loanId}_${loan.dueOn}`,
        topic: 'due_soon',
        title: '图书快到期了',
        body: `《${titleName}》将于 ${loan.dueOn} 到期，请按时归还或续借。`,
      },
      { day: loan.dueOn },
    ),
  );

export const overdue = (loan: DueLoan, titleName: string, days: number, step: number): Telling =>
  whileDue(
    loan,
    aboutLoan(
      loan,
      titleName,
      {
        occasion: `overdue_${loan.loanId}_${loan.dueOn}_${step}`,
        topic: 'overdue',
        title: '图书已逾期',
        body: `《${titleName}》已于 ${loan.dueOn} 到期，逾期 ${days} 天，请尽快归还。`,
      },
      { day: loan.dueOn, days: String(days) },
    ),
  );

/** By hand, of all that a reader has overdue: told under the loan that is so longest. */
export const reminded = (
  occasion: string,
  loan: DueLoan,
  titleName: string,
  { loans, today }: { loans: number; today: LocalDate },
): Telling => {
  const days = daysBetween(loan.dueOn, today);
  const more = loans > 1 ? `等 ${loans} 册` : '';
  return whileDue(
    loan,
    aboutLoan(
      loan,
      titleName,
      {
        ...{ occasion, topic: 'overdue', title: '请归还逾期的书' },
        body: `《${titleName}》${more}已逾期${days > 0 ? `，最久的 ${days} 天` : ''}，请尽快归还。`,
      },
      { day: loan.dueOn, days: String(days) },
    ),
  );
};

export const renewedByItself = (loan: DueLoan, titleName: string, before: LocalDate): Telling =>
  aboutLoan(
    loan,
    titleName,
    {
      occasion: `renewed_${loan.loanId}_${before}_${loan.dueOn}`,
      topic: 'due_soon',
      title: '图书已自动续借',
      body: `《${titleName}》原定 ${before} 到期，已为您续借到 ${loan.dueOn}。不再需要时，请早些还回。`,
    },
    { day: loan.dueOn },
  );

const aboutRecall = (
  loan: LoanTold,
  titleName: string,
  dueOn: LocalDate,
  { what, ...words }: { what: string; title: string; body: string },
): Telling =>
  aboutLoan(
    loan,
    titleName,
    { occasion: `${what}_${loan.loanId}_${dueOn}`, topic: 'recall', ...words },
    { day: dueOn },
  );

export const recalled = (loan: LoanTold, titleName: string, dueOn: LocalDate): Telling =>
  aboutRecall(loan, titleName, dueOn, {
    what: 'recalled',
    title: '请提前归还',
    body: `有读者在等《${titleName}》，归还日期提前到 ${dueOn}，请按时归还。`,
  });

export const recallOver = (loan: LoanTold, titleName: string, dueOn: LocalDate): Telling =>
  aboutRecall(loan, titleName, dueOn, {
    what: 'recall_over',
    title: '不必提前归还了',
    body: `等《${titleName}》的读者已不再需要，归还日期恢复为 ${dueOn}。`,
  });

export const loanHandedOn = (loan: LoanTold, titleName: string, toName: string): Telling =>
  aboutLoan(loan, titleName, {
    occasion: `handed_on_${loan.loanId}`,
    topic: 'account',
    title: '图书已转借',
    body: `《${titleName}》已转借给${toName}，这一册不再记在您名下。`,
  });

export const lostFound = (
  charge: LoanTold,
  titleName: string,
  { waived, credited }: { waived: number; credited: number },
): Telling => ({
  ...aboutLoan(charge, titleName, {
    occasion: `lost_found_${charge.loanId}`,
    topic: 'account',
    title: '遗失的图书已找回',
    body: [
      `《${titleName}》已找回。`,
      ...(waived > 0 ? [`未付的赔偿 ${yuan(waived)}不再收取。`] : []),
      ...(credited > 0 ? [`已付的 ${yuan(credited)}已记入您的余额，可到服务台退款。`] : []),
    ].join(''),
  }),
  link: '/features/account/pages/money/index',
});
