/** Refusals in a word or two, for the log and for who may set them aside. */
const NAMES: Record<string, string> = {
  card_expired: '证过期',
  guardian_unconfirmed: '监护人未确认',
  reader_blocked: '停借',
  reader_suspended: '暂停借阅',
  holds_stopped: '暂停预约',
  loans_overdue: '有逾期',
  owes_too_much: '欠费',
  children_owe_too_much: '小读者欠费',
  deposit_missing: '押金不足',
  loan_limit_reached: '已借满',
  on_site_limit_reached: '馆内已满',
  part_limit_reached: '这一类已满',
  loans_and_holds_limit_reached: '借加预约已满',
  too_young: '年龄不到',
  item_held_for_another: '为他人保留',
  item_needed_for_holds: '有人在等',
  item_not_for_loan: '不外借',
  item_not_for_category: '类别不可借',
  renewal_limit_reached: '续借次数已满',
  renewal_too_early: '未到续借期',
  loan_overdue: '已逾期',
  others_waiting: '有人在等',
  renewal_gains_nothing: '续借无用',
  loan_recalled: '已催还',
  loan_on_site: '馆内阅览',
  loan_claimed_returned: '读者称已还',
  renewal_too_late: '已过续借期',
  item_in_transit: '运送途中',
  loan_age_reached: '借满最长时间',
  booked_ahead: '有人约定要用',
  due_date_too_late: '到期日过晚',
};

export function refusalName(code: string): string {
  return NAMES[code] ?? code;
}
