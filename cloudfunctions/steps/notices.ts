import type { NoticeTopic } from '../../typings/contract/account';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { NoticeDocument, OutboxDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { yuan } from '../kernel/fen';

export interface Telling {
  /** Names the occasion: told once, however often the step runs. */
  occasion: string;
  readerId: string;
  topic: NoticeTopic;
  title: string;
  body: string;
  /** Page of the mini program with its query, "/features/holds/pages/mine/index". */
  link: string;
  /** Values for the topic's subscription template, by our own names. */
  facts: Record<string, string>;
}

/**
 * Puts a notice into the reader's inbox and its message into the outbox, in the transaction of the
 * change it tells of.
 */
export const tell = async (
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  telling: Telling,
): Promise<void> => {
  await transaction.put('notices', noticeOf(telling, now));
  await transaction.put('outbox', messageOf(telling, now));
};

/** A telling as it stands in the reader's inbox. */
export const noticeOf = (
  { occasion, readerId, topic, title, body, link }: Telling,
  now: Instant,
): NoticeDocument => ({
  _id: occasion,
  readerId,
  topic,
  title,
  body,
  link,
  at: now,
  read: false,
  named: true,
});

/** A telling as it waits to be sent. */
export const messageOf = (
  { occasion, readerId, topic, link, facts }: Telling,
  now: Instant,
): OutboxDocument => ({
  _id: occasion,
  readerId,
  topic,
  fields: facts,
  page: link.replace(/^\//, ''),
  status: 'pending',
  attempts: 0,
  nextAttemptAt: now,
  error: '',
});

const HOLDS_PAGE = '/features/holds/pages/mine/index';
const LOANS_PAGE = '/features/loans/pages/mine/index';

export const holdReady = (
  hold: { holdId: string; readerId: string; pickUpBy: LocalDate | null },
  titleName: string,
  branchName: string,
  /** Tells readers apart who are told of one hold. */
  mark: string,
): Telling => ({
  occasion: `hold_ready_${hold.holdId}_${hold.pickUpBy}${mark}`,
  readerId: hold.readerId,
  topic: 'hold_ready',
  title: '预约的书到了',
  body: `《${titleName}》已在${branchName}预约架等您，请于 ${hold.pickUpBy} 前（含当日）来取。`,
  link: HOLDS_PAGE,
  facts: { title: titleName, branch: branchName, day: hold.pickUpBy ?? '' },
});

export const holdExpired = (hold: { holdId: string; readerId: string }, titleName: string): Telling => ({
  occasion: `hold_expired_${hold.holdId}`,
  readerId: hold.readerId,
  topic: 'hold_expired',
  title: '预约已过期',
  body: `《${titleName}》超过取书期限，预约已取消。如仍需要，可以重新预约。`,
  link: HOLDS_PAGE,
  facts: { title: titleName },
});

export const dueSoon = (
  loan: { loanId: string; readerId: string; dueOn: LocalDate },
  titleName: string,
): Telling => ({
  occasion: `due_soon_${loan.loanId}_${loan.dueOn}`,
  readerId: loan.readerId,
  topic: 'due_soon',
  title: '图书快到期了',
  body: `《${titleName}》将于 ${loan.dueOn} 到期，请按时归还或续借。`,
  link: LOANS_PAGE,
  facts: { title: titleName, day: loan.dueOn },
});

export const overdue = (
  loan: { loanId: string; readerId: string; dueOn: LocalDate },
  titleName: string,
  days: number,
  step: number,
): Telling => ({
  occasion: `overdue_${loan.loanId}_${loan.dueOn}_${step}`,
  readerId: loan.readerId,
  topic: 'overdue',
  title: '图书已逾期',
  body: `《${titleName}》已于 ${loan.dueOn} 到期，逾期 ${days} 天，请尽快归还。`,
  link: LOANS_PAGE,
  facts: { title: titleName, day: loan.dueOn, days: String(days) },
});

export const holdNoLongerNeeded = (
  hold: { holdId: string; readerId: string },
  titleName: string,
): Telling => ({
  occasion: `hold_unneeded_${hold.holdId}`,
  readerId: hold.readerId,
  topic: 'hold_expired',
  title: '预约已到截止日期',
  body: `《${titleName}》在您填写的截止日期前没有等到，预约已结束。如仍需要，可以重新预约。`,
  link: HOLDS_PAGE,
  facts: { title: titleName },
});

export const recalled = (loan: LoanTold, titleName: string, dueOn: LocalDate): Telling =>
  aboutRecall(loan, titleName, dueOn, {
    occasion: 'recalled',
    title: '请提前归还',
    body: `有读者在等《${titleName}》，归还日期提前到 ${dueOn}，请按时归还。`,
  });

export const recallOver = (loan: LoanTold, titleName: string, dueOn: LocalDate): Telling =>
  aboutRecall(loan, titleName, dueOn, {
    occasion: 'recall_over',
    title: '不必提前归还了',
    body: `等《${titleName}》的读者已不再需要，归还日期恢复为 ${dueOn}。`,
  });

interface LoanTold {
  loanId: string;
  readerId: string;
}

const aboutRecall = (
  { loanId, readerId }: LoanTold,
  titleName: string,
  dueOn: LocalDate,
  { occasion, title, body }: Pick<Telling, 'occasion' | 'title' | 'body'>,
): Telling => ({
  occasion: `${occasion}_${loanId}_${dueOn}`,
  readerId,
  topic: 'recall',
  title,
  body,
  link: LOANS_PAGE,
  facts: { title: titleName, day: dueOn },
});

export const holdNotReady = (
  hold: { holdId: string; readerId: string },
  titleName: string,
  now: string,
): Telling => ({
  occasion: `hold_not_ready_${hold.holdId}_${hold.readerId}_${now}`,
  readerId: hold.readerId,
  topic: 'hold_ready',
  title: '预约的书暂未到馆',
  body: `抱歉，刚才的到书通知有误：《${titleName}》还没有放上预约架，您的排位不变，到馆后会再通知您。`,
  link: HOLDS_PAGE,
  facts: { title: titleName },
});

export const loanHandedOn = (
  loan: { loanId: string; readerId: string },
  titleName: string,
  toName: string,
): Telling => ({
  occasion: `handed_on_${loan.loanId}`,
  readerId: loan.readerId,
  topic: 'account',
  title: '图书已转借',
  body: `《${titleName}》已转借给${toName}，这一册不再记在您名下。`,
  link: LOANS_PAGE,
  facts: { title: titleName },
});

/** `now` tells one such moment of a hold from another. */
export const holdWaitsAgain = (
  hold: { holdId: string; readerId: string },
  titleName: string,
  now: string,
): Telling => ({
  occasion: `hold_waits_again_${hold.holdId}_${hold.readerId}_${now}`,
  readerId: hold.readerId,
  topic: 'hold_ready',
  title: '预约的书暂时取不到',
  body: `抱歉，为您留的《${titleName}》暂时不能借出，您的排位不变，有其他复本时会再通知您。`,
  link: HOLDS_PAGE,
  facts: { title: titleName },
});

export const holdCancelledByStaff = (
  hold: { holdId: string; readerId: string },
  titleName: string,
  comment: string,
): Telling => ({
  occasion: `hold_cancelled_${hold.holdId}_${hold.readerId}`,
  readerId: hold.readerId,
  topic: 'hold_expired',
  title: '预约已由馆员取消',
  body: `《${titleName}》的预约已由馆员取消：${comment}`,
  link: HOLDS_PAGE,
  facts: { title: titleName },
});

export const lostFound = (
  charge: { readerId: string; loanId: string },
  titleName: string,
  { waived, credited }: { waived: number; credited: number },
): Telling => ({
  occasion: `lost_found_${charge.loanId}`,
  readerId: charge.readerId,
  topic: 'account',
  title: '遗失的图书已找回',
  body: [
    `《${titleName}》已找回。`,
    ...(waived > 0 ? [`未付的赔偿 ${yuan(waived)}不再收取。`] : []),
    ...(credited > 0 ? [`已付的 ${yuan(credited)}已记入您的余额，可到服务台退款。`] : []),
  ].join(''),
  link: '/features/account/pages/money/index',
  facts: { title: titleName },
});
