import type { CheckedIn, LocalDate, NextStep } from '../../../typings/contract';
import type { Outcome } from '../../lib/call';
import { longDate, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';
import { lines } from '../../lib/tell';
import { titleText } from './check-out-view';
import { deskLines } from './desk-refusals';
import { face, type Face } from './scan-row';

const ASIDE = { lost: '曾登记遗失', in_repair: '待修补', withdrawn: '已剔除' };

/** What the hand does next with the book, as large as it can be said. */
export function checkInFace(outcome: Outcome<CheckedIn>, today: LocalDate): Face {
  if (outcome.kind !== 'value') {
    const reasons = outcome.kind === 'refused' ? deskLines(outcome.refusals, today) : (lines(outcome) ?? []);
    return face({ state: 'refused', tone: 'urgent', icon: 'alert', word: '不能还', lines: reasons });
  }
  const { title, next, returned, found, condition } = outcome.value;
  const step = nextFace(next, today);
  return face({
    state: 'done',
    ...step,
    facts: [...step.facts, ...(found ? ['登记为遗失的书找回来了'] : []), returnedText(returned)],
    title: titleText(title),
    lines: [...lateLines(returned, today), ...conditionLines(condition)],
    ...payment(returned),
  });
}

function nextFace(next: NextStep, today: LocalDate): Pick<Face, 'tone' | 'icon' | 'word' | 'big' | 'facts'> {
  switch (next.kind) {
    case 'shelve':
      return {
        tone: 'good',
        icon: 'book',
        word: '上架',
        big: next.callNumber || next.shelf,
        facts: next.callNumber && next.shelf ? [next.shelf] : [],
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
  return returned.late !== '' ? `${returned.readerName} 还回` : `${returned.readerName} 按期还回`;
}

function lateLines(returned: CheckedIn['returned'], today: LocalDate): Face['lines'] {
  if (!returned) return [];
  const { late, fine, suspendedUntil } = returned;
  const told = [
    late && `${late}还回`,
    fine > 0 ? `滞纳金 ${yuan(fine)}` : '',
    suspendedUntil ? `停借到 ${shortDate(suspendedUntil, today)}` : '',
  ].filter(Boolean);
  return told.length > 0 ? [{ code: 'overdue', text: `${told.join('，')}。`, next: '请告知读者。' }] : [];
}

function conditionLines(condition: string): Face['lines'] {
  return condition
    ? [{ code: 'condition', text: `书况备注：${condition}`, next: '请核对有没有新的破损。' }]
    : [];
}

function payment(returned: CheckedIn['returned']): Partial<Face> {
  if (!returned || returned.fine <= 0) return {};
  return { payer: returned.readerId, payText: `收滞纳金 ${yuan(returned.fine)}` };
}
