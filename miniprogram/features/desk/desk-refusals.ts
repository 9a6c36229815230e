import type { LocalDate, Refusal } from '../../../typings/contract';
import { longDate, moment } from '../../lib/dates';
import { yuan } from '../../lib/money';
import { refusalLine, type RefusalLine } from '../../lib/refusals';
import { libraryToday } from '../../lib/session';
import { roleNames } from './override-view';

/**
 * A no as the desk hears it. lib/refusals speaks to the reader ("您名下"); across the desk the same reason is
 * told about the reader, with what the librarian can do next.
 */
export function deskLines(refusals: Refusal[], today: LocalDate = libraryToday()): RefusalLine[] {
  return refusals.map((refusal) => ({
    ...refusalLine(refusal),
    ...(atTheDesk(refusal, (date) => longDate(date, today), today) ?? {}),
  }));
}

type Said = { text: string; next?: string } | undefined;
type Day = (date: LocalDate) => string;

function atTheDesk(refusal: Refusal, day: Day, today: LocalDate): Said {
  return (
    aboutCard(refusal, day) ??
    aboutReader(refusal, day) ??
    aboutItem(refusal, day) ??
    aboutLoan(refusal, day) ??
    aboutDesk(refusal, today)
  );
}

function aboutCard(refusal: Refusal, day: Day): Said {
  switch (refusal.code) {
    case 'reader_not_found':
      return {
        text: `没有找到证号“${refusal.scanned}”。`,
        next: '请核对后重扫；读者也可当场办证。',
      };
    case 'qr_expired':
      return { text: '读者的二维码已过期。', next: '请读者在“我的读者证”刷新后再出示。' };
    case 'card_code_needed':
      return { text: '按本馆规定，只凭读者手机上的二维码办理。', next: '请读者打开“我的读者证”出示二维码。' };
    case 'birth_day_needed':
      return { text: '按本馆规定，只有证号时要核对生日。', next: '请问读者生日是几月几日。' };
    case 'birth_day_wrong':
      return { text: '读者说的生日与登记的不一致。', next: '请再核对一次，或请读者出示二维码。' };
    case 'card_not_shown':
      return { text: '读者证出示已超过半小时，或没有出示。', next: '请点“完成”，重新扫读者证。' };
    case 'phone_shut_out':
      return {
        text: '扫码时这台手机已经停用。',
        next: '请核对书和读者，再手工处理。',
      };
    case 'card_not_active':
      return {
        text: `这张证已${refusal.status === 'lost' ? '挂失' : '换成新证'}，不能再用。`,
        next: '请读者出示新证，或按姓名查找。',
      };
    case 'application_pending':
      return { text: '这位读者的办证申请还没有审核。', next: '请到“待审新证”处理后再借。' };
    case 'guardian_unconfirmed':
      return { text: '这位小读者的监护人还没有确认。', next: '监护人在场的，请核对后登记监护人。' };
    case 'account_closed':
      return { text: '这张读者证已注销。', next: '需要借书请重新办证。' };
    case 'card_expired':
      return { text: `读者证已于 ${day(refusal.expiredOn)} 到期。`, next: '续期后可以借书。' };
    default:
      return undefined;
  }
}

function aboutReader(refusal: Refusal, day: Day): Said {
  switch (refusal.code) {
    case 'reader_blocked':
      return {
        text: `读者证已${refusal.stops === 'holds' ? '停止预约' : '停借'}：${refusal.reason}。`,
        next: refusal.until ? `${day(refusal.until)} 后自动恢复。` : '处理好后可在读者页解除。',
      };
    case 'reader_suspended':
      return { text: `停借到 ${day(refusal.until)}。`, next: '因逾期或预约未取；可在读者页提前解除。' };
    case 'loans_overdue':
      return {
        text: `这位读者有 ${refusal.count} 册逾期（满 ${refusal.limit} 册即停借）。`,
        next: '请先收回逾期的书，还回后立即可借。',
      };
    case 'owes_too_much':
      return {
        text: `欠费 ${yuan(refusal.owes)}，超过 ${yuan(refusal.limit)}。`,
        next: '收款后立即可借。',
      };
    case 'children_owe_too_much':
      return {
        text: `名下小读者共欠费 ${yuan(refusal.owes)}，超过 ${yuan(refusal.limit)}。`,
        next: '收款后立即可借。',
      };
    case 'deposit_missing':
      return {
        text: `押金 ${yuan(refusal.deposit)}，需要 ${yuan(refusal.needed)}。`,
        next: `补交 ${yuan(refusal.needed - refusal.deposit)} 后可借。`,
      };
    case 'loan_limit_reached':
      return { text: `已借 ${refusal.current}/${refusal.limit} 册，达到上限。`, next: '还回一册后可再借。' };
    case 'on_site_limit_reached':
      return { text: `馆内阅览已取 ${refusal.current}/${refusal.limit} 册。`, next: '还回一册后可再取。' };
    case 'part_limit_reached':
      return {
        text: `这一类已借 ${refusal.current}/${refusal.limit} 册${refusal.withinDays ? `（${refusal.withinDays} 天内）` : ''}。`,
        next: '可改借其他类别的书。',
      };
    case 'loans_and_holds_limit_reached':
      return {
        text: `在借加预约共 ${refusal.current}/${refusal.limit}，达到上限。`,
        next: '还回一册或取消一个预约后可借。',
      };
    case 'too_young':
      return { text: `这册书适合 ${refusal.minAge} 岁以上，读者 ${refusal.age} 岁。` };
    default:
      return undefined;
  }
}

function aboutItem(refusal: Refusal, day: Day): Said {
  switch (refusal.code) {
    case 'item_not_found':
      return refusal.isCard
        ? { text: '这是读者证，不是图书条码。', next: '请扫书上的条码；要看这位读者，请到“找读者”。' }
        : { text: `没有找到条码 ${refusal.barcode}。`, next: '请核对条码后重扫。' };
    case 'item_on_loan':
      return refusal.bySameReader
        ? {
            text: `这册书已经在这位读者名下，${day(refusal.dueOn)} 到期。`,
            next: '不用再扫，直接交给读者。',
          }
        : {
            text: `这册书还在另一位读者名下，${day(refusal.dueOn)} 到期。`,
            next: '书在手上说明漏了还书：请先扫码还回，再借出。',
          };
    case 'item_held_for_another':
      return {
        text: `这册书正为另一位读者保留到 ${day(refusal.pickUpBy)}。`,
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
      return refusal.status === 'reference' || refusal.status === 'on_site'
        ? { text: '这册书只供馆内使用。', next: '可改按“馆内阅览”登记。' }
        : { text: `这册书${SHELVED[refusal.status]}，不能借出。`, next: '请另放，交书库处理。' };
    case 'item_not_for_category':
      return { text: '按规则，这一类读者不能借这一类书。' };
    case 'item_not_on_loan':
      return { text: `条码 ${refusal.barcode} 没有借出。`, next: '请刷新后再看。' };
    case 'item_status_differs':
      return { text: '这册书的状态刚刚变了。', next: '请刷新后再办。' };
    default:
      return undefined;
  }
}

const SHELVED = { lost: '登记为遗失', in_repair: '正在修补', withdrawn: '已剔除' };

function aboutLoan(refusal: Refusal, day: Day): Said {
  switch (refusal.code) {
    case 'loan_overdue':
      return { text: `已逾期 ${refusal.days} 天，不能续借。`, next: '请先还回。' };
    case 'loan_claimed_returned':
      return { text: '读者称已还，正在查找。', next: '找到后扫码还回。' };
    case 'loan_recalled':
      return { text: `已于 ${day(refusal.on)} 催还，不能续借。`, next: '有读者在等。' };
    case 'loan_on_site':
      return { text: '馆内阅览的书不能续借。' };
    case 'renewal_too_early':
      return { text: `${day(refusal.from)} 起可以续借。` };
    case 'recall_gains_nothing':
      return { text: `催还不会更早：${day(refusal.dueOn)} 就到期。` };
    case 'recall_not_offered':
      return { text: '按规则，这本书不催还。' };
    case 'already_borrowed':
      return { text: `这位读者已借了这本书，${day(refusal.dueOn)} 到期。` };
    case 'already_held':
      return { text: '这位读者已预约了这本书。' };
    default:
      return undefined;
  }
}

function aboutDesk(refusal: Refusal, today: LocalDate): Said {
  switch (refusal.code) {
    case 'role_missing':
      return { text: `这项操作需要“${roleNames[refusal.role]}”岗位。`, next: '请有这个岗位的同事办理。' };
    case 'comment_needed':
      return { text: '请写明理由。' };
    case 'override_not_allowed':
      return {
        text: refusal.role ? `有一条要由${roleNames[refusal.role]}放行。` : '有一条不能放行。',
        next: '请找有权限的同事。',
      };
    case 'due_date_not_later':
      return { text: '自定的到期日要在今天之后。' };
    case 'due_date_too_late':
      return {
        text: `自定的到期日最晚 ${longDate(refusal.latest, today)}。`,
        next: '再晚要放行并写明理由。',
      };
    case 'returned_before_lent':
      return {
        text: `还书日期早于借出日期（${longDate(refusal.checkedOutOn, today)}）。`,
        next: '请改还书日期。',
      };
    case 'later_event':
      return {
        text: `这册书在扫码之后又有了新的记录：${moment(refusal.at, today)} ${refusal.what}。`,
        next: '请核对书在哪里，再手工处理。',
      };
    case 'scan_too_old':
      return {
        text: `离线扫码已超过 ${refusal.mostDays} 天（${moment(refusal.at, today)}）。`,
        next: '请核对书和读者，再手工处理。',
      };
    case 'undo_too_late':
      return {
        text: `不能撤销了：这册书 ${moment(refusal.at, today)} 之后又有别的记录。`,
        next: '请在复本页按实际情况处理。',
      };
    case 'amount_too_high':
      return { text: `最多 ${yuan(refusal.open)}。`, next: '请核对金额。' };
    case 'line_not_found':
      return { text: '没有找到这笔账目。', next: '请刷新后再办。' };
    case 'conflict_not_found':
      return { text: '这条冲突已有人处理。', next: '请刷新清单。' };
    case 'account_not_settled':
      return {
        text: `还有 ${refusal.loans} 册在借、${refusal.holds} 个预约、欠费 ${yuan(refusal.owes)}、押金 ${yuan(refusal.deposit)}。`,
        next: '都办清后才能注销。',
      };
    default:
      return undefined;
  }
}
