import type { LocalDate, Me, TitlePage } from '../../../typings/contract';
import { refusalLines } from '../../lib/refusals';
import { longDate, shortDate } from '../../lib/dates';
import { waitingText } from '../../lib/waiting';

export interface Primary {
  kind: 'place' | 'cancel' | 'ready' | 'borrowed' | 'refused' | 'none';
  text: string;
  note: string;
}

/** The one thing to do with this title now. */
export function primaryOf(page: TitlePage, me: Me | undefined, today: LocalDate): Primary {
  const { myHold, myLoan, availability, queue } = page;
  if (myHold?.status === 'ready') {
    const until = myHold.pickUpBy ? `请在 ${longDate(myHold.pickUpBy, today)}前` : '请';
    return { kind: 'ready', text: '查看我的预约', note: `已到馆，${until}到${myHold.pickUpBranchName}取书` };
  }
  if (myHold) {
    const way = myHold.onItsWay ? '，书已在路上' : '';
    return {
      kind: 'cancel',
      text: '取消预约',
      note: `已预约 · 第 ${myHold.position} 位，在${myHold.pickUpBranchName}取书${way}`,
    };
  }
  if (myLoan) {
    return {
      kind: 'borrowed',
      text: '查看我的借阅',
      note: `这本书在您手中，${longDate(myLoan.dueOn, today)}到期`,
    };
  }
  if (availability.items === 0)
    return { kind: 'none', text: '暂不能预约', note: '本馆目前没有可以外借的复本' };
  const [first] = refusalLines(page.noHold ?? []);
  if (first) return { kind: 'refused', text: '暂不能预约，查看原因', note: first.text };
  if (me && !me.reader) return { kind: 'place', text: '预约', note: '预约需要读者证，当场就能办' };
  if (availability.onShelf > queue.waiting)
    return { kind: 'place', text: '预约留书', note: '架上有书，可直接到馆借，也可先留一册' };
  return {
    kind: 'place',
    text: '预约排队',
    note: queue.waiting > 0 ? `前面有 ${queue.waiting} 人在等` : '还回后优先留给您',
  };
}

/** What placing a hold will mean, told before it is done. */
export function honestWords(page: TitlePage, today: LocalDate): string {
  const { availability, queue } = page;
  if (availability.onShelf > queue.waiting) {
    return '架上有书。馆员会取下一册留在您选的取书点，到馆后通知您。';
  }
  const place = `您将排在第 ${queue.waiting + 1} 位。`;
  if (page.waitingTime)
    return `${place}${waitingText(page.waitingTime)}，到书后通知您；前面的读者可能早还或晚还。`;
  const due = availability.nextDueOn;
  if (!due) return `${place}有书还回时按次序留书并通知您，时间无法保证。`;
  if (due < today) return `${place}最早一册已过应还日期，归还时间无法保证，还回后按次序留书并通知您。`;
  return `${place}最早一册 ${shortDate(due, today)}到期，还回后按次序留书并通知您；读者可能续借或晚还。`;
}
