import type { LocalDate, Refusal } from '../../../typings/contract';
import { longDate } from '../../lib/dates';
import { refusalLine, type RefusalLine } from '../../lib/refusals';
import { libraryToday } from '../../lib/session';

/**
 * A no as the desk hears it. lib/refusals speaks to the reader ("您名下"); across the desk the same reason is told about
 * the reader, with what the librarian can do next.
 */
export function deskLines(refusals: Refusal[], today: LocalDate = libraryToday()): RefusalLine[] {
  return refusals.map((refusal) => ({ ...refusalLine(refusal), ...(atTheDesk(refusal, today) ?? {}) }));
}

function atTheDesk(refusal: Refusal, today: LocalDate): { text: string; next: string } | undefined {
  switch (refusal.code) {
    case 'reader_not_found':
      return {
        text: `没有找到证号“${refusal.scanned}”。`,
        next: '请核对后重扫；读者也可当场在小程序里办证。',
      };
    case 'qr_expired':
      return { text: '读者的二维码已过期。', next: '请读者在“我的读者证”刷新后再出示。' };
    case 'card_expired':
      return { text: `读者证已于 ${longDate(refusal.expiredOn, today)} 到期。`, next: '续期后可以借书。' };
    case 'loans_overdue':
      return {
        text: `这位读者有 ${refusal.count} 册逾期（满 ${refusal.limit} 册即停借）。`,
        next: '请先收回逾期的书，还回后立即可借。',
      };
    case 'loan_limit_reached':
      return { text: `已借 ${refusal.current}/${refusal.limit} 册，达到上限。`, next: '还回一册后可再借。' };
    case 'item_not_found':
      // Card numbers are digits alone: the next reader's card, scanned a step too early.
      return /^\d+$/.test(refusal.barcode)
        ? { text: `没有找到条码 ${refusal.barcode}。`, next: '如果这是下一位的读者证，请先点“完成”再扫。' }
        : undefined;
    case 'item_on_loan':
      return refusal.bySameReader
        ? {
            text: `这册书已经在这位读者名下，${longDate(refusal.dueOn, today)} 到期。`,
            next: '不用再扫，直接交给读者。',
          }
        : {
            text: `这册书还在另一位读者名下，${longDate(refusal.dueOn, today)} 到期。`,
            next: '书在手上说明漏了还书：请先扫码还回，再借出。',
          };
    case 'item_held_for_another':
      return {
        text: `这册书正为另一位读者保留到 ${longDate(refusal.pickUpBy, today)}。`,
        next: '请放回预约架；可为这位读者预约排队。',
      };
    case 'item_needed_for_holds':
      return {
        text: `有 ${refusal.waiting} 位读者在等这本书，架上 ${refusal.onShelf} 册需留给他们。`,
        next: '请先扫码还回，系统会指出留给谁；这位读者可以预约排队。',
      };
    case 'item_in_transit':
      return {
        text: `这册书登记为正送往${refusal.toBranchName}。`,
        next: '若已在手上，请先扫码还回以登记到馆。',
      };
    case 'item_not_for_loan':
      return { text: refusalLine(refusal).text, next: '请另放，交书库处理。' };
    default:
      return undefined;
  }
}
