import type { CheckedIn, LocalDate, NextStep } from '../../../typings/contract';
import type { Outcome } from '../../lib/call';
import { longDate } from '../../lib/dates';
import { lines } from '../../lib/tell';
import { titleText } from './check-out-view';
import { deskLines } from './desk-refusals';
import type { Face } from './scan-session';

const ASIDE = { lost: '曾登记遗失', in_repair: '待修补', withdrawn: '已剔除' };

/** What the hand does next with the book, as large as it can be said. */
export function checkInFace(outcome: Outcome<CheckedIn>, today: LocalDate): Face {
  if (outcome.kind !== 'value') {
    const reasons = outcome.kind === 'refused' ? deskLines(outcome.refusals, today) : (lines(outcome) ?? []);
    return {
      state: 'refused',
      tone: 'urgent',
      icon: 'alert',
      word: '不能还',
      big: '',
      facts: [],
      title: '',
      lines: reasons,
    };
  }
  const { title, next, returned } = outcome.value;
  const step = nextFace(next, today);
  return {
    state: 'done',
    ...step,
    facts: [...step.facts, returnedText(returned)],
    title: titleText(title),
    lines: overdueLines(returned),
  };
}

function nextFace(next: NextStep, today: LocalDate): Pick<Face, 'tone' | 'icon' | 'word' | 'big' | 'facts'> {
  switch (next.kind) {
    case 'shelve':
      return {
        tone: 'good',
        icon: 'book',
        word: '上架',
        big: next.callNumber || next.shelf,
        facts: next.callNumber ? [next.shelf] : [],
      };
    case 'hold_shelf':
      return {
        tone: 'accent',
        icon: 'bookmark',
        word: '放预约架',
        big: `${next.readerName} ${next.cardTail}`,
        facts: [`为读者保留到 ${longDate(next.pickUpBy, today)}`],
      };
    case 'transit':
      return {
        tone: 'soon',
        icon: 'transit',
        word: `送往${next.toBranchName}`,
        big: '',
        facts: [next.why === 'hold' ? '那里有读者预约' : '这册书属于那里'],
      };
    case 'set_aside':
      return {
        tone: 'urgent',
        icon: 'alert',
        word: '另放',
        big: ASIDE[next.status],
        facts: ['不要上架，交书库处理'],
      };
  }
}

function returnedText(returned: CheckedIn['returned']): string {
  if (!returned) return '没有借出记录，只登记了位置';
  return returned.daysOverdue > 0 ? `${returned.readerName} 还回` : `${returned.readerName} 按期还回`;
}

function overdueLines(returned: CheckedIn['returned']): Face['lines'] {
  if (!returned || returned.daysOverdue <= 0) return [];
  return [{ code: 'overdue', text: `逾期 ${returned.daysOverdue} 天还回，请告知读者。` }];
}
