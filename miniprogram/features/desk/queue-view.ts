import type { LocalDate, QueueRow } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { longDate, moment, shortDate } from '../../lib/dates';

interface QueueLine {
  holdId: string;
  readerId: string;
  place: string;
  who: string;
  facts: string;
  note: string;
  ready: boolean;
  first: boolean;
  last: boolean;
  position: number;
}

/** The queue of a title as the desk sees it: those whose book is ready first, then by place. */
export function queueLines(rows: QueueRow[], today: LocalDate): QueueLine[] {
  const waiting = rows.filter(({ status }) => status === 'waiting');
  const most = Math.max(0, ...waiting.map(({ position }) => position));
  return [...rows]
    .sort((a, b) => a.position - b.position)
    .map((row) => ({
      holdId: row.holdId,
      readerId: row.readerId,
      place: row.status === 'ready' ? '到书' : `第 ${row.position} 位`,
      who: `${row.readerName} ${row.cardTail}`,
      facts: `${row.pickUpBranchName}取 · ${moment(row.placedAt, today)} 预约`,
      note: noteOf(row, today),
      ready: row.status === 'ready',
      first: row.position <= 1,
      last: row.position >= most,
      position: row.position,
    }));
}

function noteOf(row: QueueRow, today: LocalDate): string {
  const { status, pickUpBy, barcode, startsOn, hopelessSince, sharedWith } = row;
  return [
    hopelessSince ? `${shortDate(hopelessSince, today)} 起没有能给的复本` : '',
    status === 'ready' && pickUpBy ? `${barcode ?? ''} 保留到 ${longDate(pickUpBy, today)}` : '',
    startsOn && startsOn > today ? `${shortDate(startsOn, today)} 起才要` : '',
    sharedWith.length > 0 ? `${sharedWith.join('、')} 也可代取` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How far the waiting times that were told came true. */
export function toldText(told: { kept: number; of: number } | null): string {
  if (!told) return '还没有告诉过读者要等多久。';
  return `告诉读者的等候时间，${told.of} 次里有 ${told.kept} 次说准了。`;
}

/** What a recall came to. */
export function recalledText(
  { barcode, dueOn, dueOnBefore }: Output<'desk.recall'>,
  today: LocalDate,
): string {
  const [before, now] = [longDate(dueOnBefore, today), longDate(dueOn, today)];
  return `${barcode} 的到期日从 ${before} 提前到 ${now}，会通知借书的读者。`;
}
