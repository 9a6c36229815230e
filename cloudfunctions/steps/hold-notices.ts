import type { NoticeTopic } from '../../typings/contract/account';
import type { LocalDate } from '../../typings/contract/shapes';
import { yuan } from '../kernel/fen';
import { tellingOf, type Telling } from './notices';

interface HoldTold {
  holdId: string;
  readerId: string;
}

interface Words {
  topic: NoticeTopic;
  title: string;
  body: (titleName: string, more: string) => string;
}

/** What is told of a hold to whoever waits. */
const WORDS = {
  hold_ready: {
    topic: 'hold_ready',
    title: '预约的书到了',
    body: (title, where) => `《${title}》已在${where}`,
  },
  hold_expired: {
    topic: 'hold_expired',
    title: '预约已过期',
    body: (title, cost) => `《${title}》超过取书期限，预约已取消${cost}。如仍需要，可以重新预约。`,
  },
  hold_unneeded: {
    topic: 'hold_expired',
    title: '预约已到截止日期',
    body: (title) => `《${title}》在您填写的截止日期前没有等到，预约已结束。如仍需要，可以重新预约。`,
  },
  hold_not_ready: {
    topic: 'hold_ready',
    title: '预约的书暂未到馆',
    body: (title) =>
      `抱歉，刚才的到书通知有误：《${title}》还没有放上预约架，您的排位不变，到馆后会再通知您。`,
  },
  hold_waits_again: {
    topic: 'hold_ready',
    title: '预约的书暂时取不到',
    body: (title) => `抱歉，为您留的《${title}》暂时不能借出，您的排位不变，有其他复本时会再通知您。`,
  },
  hold_hopeless: {
    topic: 'hold_expired',
    title: '预约的书暂无可借复本',
    body: (title) =>
      `《${title}》现在没有能为您留的复本。预约和排位都保留，有了复本就接着排；不想再等，可以取消预约。`,
  },
  hold_cancelled: {
    topic: 'hold_expired',
    title: '预约已由馆员取消',
    body: (title, why) => `《${title}》的预约已由馆员取消：${why}`,
  },
} satisfies Record<string, Words>;

/** `moment` tells one such occasion of a hold from another. */
const told = (
  what: keyof typeof WORDS,
  { holdId, readerId }: HoldTold,
  titleName: string,
  { moment = '', more = '', facts = {} }: { moment?: string; more?: string; facts?: Telling['facts'] } = {},
): Telling => {
  const { topic, title, body }: Words = WORDS[what];
  return tellingOf(
    { readerId, titleName, link: '/features/holds/pages/mine/index' },
    { occasion: `${what}_${holdId}${moment}`, topic, title, body: body(titleName, more) },
    facts,
  );
};

export const holdHopeless = (hold: HoldTold, titleName: string, since: LocalDate): Telling =>
  told('hold_hopeless', hold, titleName, { moment: `_${since}` });

/** `mark` tells readers apart who are told of one hold. */
export const holdReady = (
  { noShowFee = 0, ...hold }: HoldTold & { pickUpBy: LocalDate | null; noShowFee?: number },
  titleName: string,
  branchName: string,
  mark: string,
): Telling => ({
  ...told('hold_ready', hold, titleName, {
    moment: `_${hold.pickUpBy}${mark}`,
    more: [
      `${branchName}预约架等您，请于 ${hold.pickUpBy} 前（含当日）来取。`,
      ...(noShowFee > 0 ? [`逾期不取收费 ${yuan(noShowFee)}，不需要了请提前取消。`] : []),
    ].join(''),
    facts: { branch: branchName, day: hold.pickUpBy ?? '' },
  }),
  still: { holdId: hold.holdId },
});

/** `fee` was charged for it, fen. */
export const holdExpired = (hold: HoldTold, titleName: string, fee: number): Telling =>
  told('hold_expired', hold, titleName, { more: fee > 0 ? `，按规则收费 ${yuan(fee)}` : '' });

export const holdNoLongerNeeded = (hold: HoldTold, titleName: string): Telling =>
  told('hold_unneeded', hold, titleName);

export const holdNotReady = (hold: HoldTold, titleName: string, now: string): Telling =>
  told('hold_not_ready', hold, titleName, { moment: `_${hold.readerId}_${now}` });

export const holdWaitsAgain = (hold: HoldTold, titleName: string, now: string): Telling =>
  told('hold_waits_again', hold, titleName, { moment: `_${hold.readerId}_${now}` });

export const holdCancelledByStaff = (hold: HoldTold, titleName: string, comment: string): Telling =>
  told('hold_cancelled', hold, titleName, { moment: `_${hold.readerId}`, more: comment });
