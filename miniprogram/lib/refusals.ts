import type { Refusal, RefusalCode } from '../../typings/contract';
import { longDate, moment } from './dates';
import { libraryToday } from './session';

export interface RefusalLine {
  code: string;
  text: string;
  /** What the reader can do now. */
  next?: string;
}

type Sentence<C extends RefusalCode> = (refusal: Extract<Refusal, { code: C }>) => {
  text: string;
  next?: string;
};

const day = (date: string) => longDate(date, libraryToday());
const at = (instant: string) => moment(instant, libraryToday());
const OF_ITEM = { lost: '已登记遗失', in_repair: '正在修补', withdrawn: '已剔除', reference: '仅供馆内阅览' };
const OF_HOLD = { filled: '已经取书', cancelled: '已经取消', expired: '已过保留期' };

/** Every expected no as a sentence with its numbers and the next step. A code without one does not compile. */
const sentences: { [C in RefusalCode]: Sentence<C> } = {
  no_card: () => ({ text: '办理这项服务需要读者证。', next: '填一张短表即可办证，已有读者证可直接绑定。' }),
  not_staff: () => ({
    text: '这里是馆员工作台，您的微信没有登记为馆员。',
    next: '请联系馆长在馆员名单中登记。',
  }),
  role_missing: (r) => ({ text: `这项操作需要“${r.role}”岗位。`, next: '请联系馆长开通。' }),
  not_yours: () => ({ text: '这条记录不属于您的读者证。' }),

  already_has_card: (r) => ({
    text: `您已有读者证 ${r.cardNumber}，不需要重复办理。`,
    next: '可在“我的”中查看。',
  }),
  card_not_found: () => ({ text: '没有找到这个证号。', next: '请核对证号，或到服务台查询。' }),
  card_linked_elsewhere: () => ({
    text: '这张读者证已绑定在另一个微信上。',
    next: '请先在原微信退出，或带证件到服务台处理。',
  }),
  wrong_password: (r) => ({
    text: r.attemptsLeft > 0 ? `密码不对，还可以再试 ${r.attemptsLeft} 次。` : '密码不对，尝试次数已用完。',
    next: '忘记密码可到任一分馆服务台重设。',
  }),
  too_many_attempts: (r) => ({
    text: '密码连续输错，为保护您的读者证已暂时锁定。',
    next: `${at(r.retryAt)} 后可以再试。`,
  }),
  guardian_needed: (r) => ({
    text: `未满 ${r.underAge} 周岁办证需要监护人的读者证。`,
    next: '请填写监护人的证号。',
  }),
  qr_expired: () => ({ text: '这个二维码已过期。', next: '请读者刷新后再出示。' }),
  qr_not_valid: () => ({ text: '这不是本馆的读者码。', next: '请打开“我的读者证”出示二维码。' }),

  reader_not_found: (r) => ({ text: `没有找到读者“${r.scanned}”。`, next: '请核对证号或重新扫码。' }),
  card_expired: (r) => ({
    text: `读者证已于 ${day(r.expiredOn)} 到期。`,
    next: '到任一分馆服务台可免费续期。',
  }),
  reader_blocked: (r) => ({
    text: `读者证已停借：${r.reason}。`,
    // The library's words may say where to go already.
    next: r.until
      ? `${day(r.until)} 后自动恢复。`
      : r.reason.includes('服务台')
        ? undefined
        : '请到服务台处理。',
  }),
  loans_overdue: (r) => ({
    text: `有 ${r.count} 册图书逾期（满 ${r.limit} 册即停借）。`,
    next: '还回逾期图书后即可恢复借阅。',
  }),
  loan_limit_reached: (r) => ({ text: `已借 ${r.current}/${r.limit} 册。`, next: '还回一册后可再借。' }),

  item_not_found: (r) => ({ text: `没有找到条码 ${r.barcode}。`, next: '请核对条码或重新扫描。' }),
  item_on_loan: (r) => ({
    text: r.bySameReader
      ? `这册书已在您名下，${day(r.dueOn)} 到期。`
      : `这册书已借出，${day(r.dueOn)} 到期。`,
    next: r.bySameReader ? '如需延长请续借。' : '可预约，还回后为您留书。',
  }),
  item_held_for_another: (r) => ({
    text: `这册书正为另一位读者保留到 ${day(r.pickUpBy)}。`,
    next: '可以预约排队。',
  }),
  item_needed_for_holds: (r) => ({
    text: `有 ${r.waiting} 位读者在等这本书，架上 ${r.onShelf} 册需留给他们。`,
    next: '可以预约排队。',
  }),
  item_in_transit: (r) => ({ text: `这册书正送往${r.toBranchName}。`, next: '到馆后即可借阅。' }),
  item_not_for_loan: (r) => ({ text: `这册书${OF_ITEM[r.status]}，不能外借。` }),

  loan_not_found: () => ({ text: '没有找到这条借阅记录。', next: '请下拉刷新后再看。' }),
  loan_closed: () => ({ text: '这册书已经还回。' }),
  renewal_limit_reached: (r) => ({
    text: `已续借 ${r.renewed}/${r.limit} 次，不能再续。`,
    next: '请在到期前还回；无人预约时可重新借出。',
  }),
  renewal_too_early: (r) => ({ text: '还没到可续借的日期。', next: `${day(r.from)} 起可以续借。` }),
  renewal_too_late: (r) => ({
    text: `可续借的时间到 ${day(r.until)} 为止，已经过了。`,
    next: '请按期还回，之后可以再借。',
  }),
  loan_overdue: (r) => ({ text: `这册书已逾期 ${r.days} 天，不能续借。`, next: '请尽快到任一分馆还书。' }),
  others_waiting: (r) => ({
    text: `有 ${r.waiting} 位读者在等这本书${r.free > 0 ? `，可调配的复本只有 ${r.free} 册` : ''}，不能续借。`,
    next: '请按期还回，之后可以预约。',
  }),
  renewal_gains_nothing: (r) => ({
    text: `现在续借到期日不会变（仍是 ${day(r.dueOn)}）。`,
    next: '临近到期时再续借。',
  }),

  title_not_found: () => ({ text: '没有找到这本书。', next: '它可能已被撤下，请重新检索。' }),
  no_item_can_fill: () => ({
    text: '这本书目前没有可以外借的复本，不能预约。',
    next: '可到馆内阅览，或看看相近的书。',
  }),
  title_on_shelf: ({ onShelf }) => ({
    text: `架上还有 ${onShelf} 册，不用预约。`,
    next: '直接到馆就可以借。',
  }),
  already_held: () => ({ text: '您已经预约了这本书。', next: '可在“我的预约”查看排队位置。' }),
  already_borrowed: (r) => ({ text: `这本书已在您手中，${day(r.dueOn)} 到期。`, next: '如需延长请续借。' }),
  hold_limit_reached: (r) => ({
    text: `已预约 ${r.current}/${r.limit} 本。`,
    next: '取消或取走一本后可再预约。',
  }),
  branch_not_found: () => ({ text: '没有找到这个分馆。', next: '请重新选择取书点。' }),
  hold_not_found: () => ({ text: '没有找到这条预约。', next: '请下拉刷新后再看。' }),
  hold_not_open: (r) => ({ text: `这条预约${OF_HOLD[r.status]}。` }),

  event_not_found: () => ({ text: '没有找到这场活动。', next: '它可能已被撤下。' }),
  event_cancelled: () => ({ text: '这场活动已取消。', next: '看看其他活动。' }),
  registration_not_open: (r) => ({ text: '报名还没有开始。', next: `${at(r.opensAt)} 开放报名。` }),
  registration_closed: (r) => ({ text: `报名已于 ${at(r.closedAt)} 截止。`, next: '欢迎关注下一场。' }),
  event_full: (r) => ({ text: `${r.quota} 个名额已报满。`, next: '有人取消时名额会放出，可稍后再来看。' }),
  already_registered: () => ({ text: '您已经报名了这场活动。' }),
  not_registered: () => ({ text: '您没有报名这场活动。' }),
  lecture_not_found: () => ({ text: '没有找到这场讲座的回顾。' }),
  notice_not_found: () => ({ text: '没有找到这条消息。' }),
};

export function refusalLine(refusal: Refusal): RefusalLine {
  // The index picks the sentence of the refusal's own code, which the compiler cannot follow through a union.
  const sentence = sentences[refusal.code] as ((r: Refusal) => { text: string; next?: string }) | undefined;
  // A newer library may know a no that this version does not: say so instead of breaking.
  if (!sentence) return { code: refusal.code, text: '暂时不能办理。', next: '请更新小程序或到服务台咨询。' };
  const { text, next } = sentence(refusal);
  // No `next: undefined`: only what JSON can say goes through setData.
  return next ? { code: refusal.code, text, next } : { code: refusal.code, text };
}

export function refusalLines(refusals: Refusal[]): RefusalLine[] {
  return refusals.map(refusalLine);
}

/** All reasons in one breath, for a toast or a row. */
export function refusalText(refusals: Refusal[]): string {
  return refusalLines(refusals)
    .map(({ text, next }) => text + (next ?? ''))
    .join('\n');
}
