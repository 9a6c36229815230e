import type {
  CallPhase,
  DeliveryState,
  DonationState,
  DriftState,
  WishState,
  ItemStatus,
  MediaState,
  QuestionFault,
  Refusal,
  RefusalCode,
  StaffRole,
  WorkState,
} from '../../typings/contract';
import { lengthText, longDate, moment } from './dates';
import { yuan } from './money';
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
const OF_ITEM = {
  lost: '已登记遗失，不能外借',
  in_repair: '正在修补，暂不外借',
  withdrawn: '已剔除，不能外借',
  reference: '仅供馆内阅览，不能外借',
  on_site: '只能在阅览室内使用，不能带出',
};
const OF_QUESTION = {
  choices: '选项不够：至少两个，判断题只有对和错。',
  right: '请标出正确的选项：单选和判断标一个，多选至少标两个。',
  twice: '有两个选项是一样的。',
};
const OF_ROW: Record<QuestionFault['why'], string> = {
  no_topic: '没有主题',
  no_text: '没有题目',
  kind: '的题型不是单选、多选或判断',
  choices: '的选项不全或重复',
  right: '的答案和选项对不上',
  too_long: '太长',
  row: '读不出来',
};
const OF_LIBRARY = { readerCategory: '读者类型', itemType: '文献类型', branch: '分馆' };
const OF_CARD = { lost: '已挂失', replaced: '已换成新证' };
const OF_ROLE: Record<StaffRole, string> = {
  circulation: '流通',
  cataloguer: '编目',
  events: '活动',
  reference: '咨询',
  content: '内容',
  manager: '主管',
  director: '馆长',
};
const OF_CONSENT = { privacy: '隐私说明', guardian: '儿童个人信息保护说明' };
const OF_TALK = {
  waiting: '这次咨询正在等馆员接待。',
  talking: '馆员正在解答，结束以后再评价。',
  left: '这次咨询是留言，还没有馆员接待。',
  answered: '这次咨询已经解答完毕。',
  closed: '这次咨询已经结束，可以重新发起。',
};
const OF_DELIVERY: Record<DeliveryState, string> = {
  asked: '这项申请还没有受理。',
  searching: '馆员正在查找这篇文献。',
  cost_told: '这项申请正在等读者确认费用。',
  agreed: '费用已经确认，馆员正在办理。',
  obtained: '文献已经取得。',
  delivered: '文献已经送达。',
  closed: '这项申请已经办结。',
  unfilled: '这项申请未能办理。',
  cancelled: '这项申请已经取消。',
};
const OF_FILE = {
  kind: '这种文件不能传：文档要 PDF，图片要 JPG 或 PNG。',
  size: '文件太大，最大 10 MB。',
  length: '录音太长了。',
  gone: '文件已经不在了。',
};
const OF_MEDIA: Record<MediaState, string> = {
  awaited: '文件还没有传上来。',
  checking: '还在检查，稍后再看。',
  unsure: '还在等馆员查看。',
  fit: '已经可以看了。',
  refused: '没有通过检查，不能展示。',
};
const OF_MARKS = { keyPoints: '要点', quotes: '金句', chapters: '章节' };
const OF_TRANSCRIPTS = {
  format: '这里不像 WebVTT 或 SRT 字幕。',
  time: '时间写得不对，应如 00:01:02.500 --> 00:01:06.000，结束晚于开始。',
  order: '开始时间早于前一条。',
  empty: '这一条没有文字。',
  characters: '这里的字读不出来，请另存为 UTF-8。',
  too_long: '文字稿太长，最多 5000 条、20 万字。',
};
const OF_EVENT_TIMES = {
  endsAt: '结束时间应晚于开始时间。',
  closesAt: '报名截止应晚于开放报名，且不晚于活动结束。',
  opensAt: '开放报名应早于报名截止。',
  seedAt: '种子公布的时间应晚于报名截止、早于活动开始。',
  moreDates: '其他日期的结束时间应晚于开始时间，并在第一场之后。',
  ages: '最小年龄不能大于最大年龄。',
};
const agesOf = ({ minAge, maxAge }: { minAge: number | null; maxAge: number | null }): string =>
  maxAge === null
    ? ` ${minAge} 岁以上`
    : minAge === null
      ? ` ${maxAge} 岁以下`
      : ` ${minAge} 到 ${maxAge} 岁`;
const OF_HOLD = { filled: '已经取书', cancelled: '已经取消', expired: '已过保留期' };

const OF_CALL: Record<CallPhase, string> = {
  draft: '还没有发布',
  coming: '还没有开始',
  open: '正在征集，截止后才能评选',
  judging: '投稿已经截止，正在评选',
  ended: '投稿已经截止',
  decided: '评选结果已经公布',
  called_off: '已经取消',
};
const OF_WORK: Record<WorkState, string> = {
  draft: '作品还没有提交',
  sent: '作品正在审看',
  admitted: '作品已经通过',
  returned: '作品已经退回',
  withdrawn: '作品已经撤回',
};
const LACKED = {
  title: '请写上作品的题目。',
  text: '请写上正文。',
  pictures: '请至少放一张图片。',
  recording: '请先录音，听过再提交。',
  pen_name: '请填写笔名。',
};
const WRONG_IN_CALL = {
  closesAt: '截止时间要晚于开始时间。',
  groups: '组别至少一个，年龄不能重叠或颠倒。',
  criteria: '评分项至少一个。',
  prizes: '奖项要按名次从前到后写，名次不能重复。',
  takes: '征文、绘画和摄影收文字或图片，朗读收录音。',
};
const OF_DRIFT: Record<DriftState, string> = {
  home: '这本书在馆里，还没有放漂',
  out: '这本书正等着下一位读者',
  held: '这本书在一位读者手里',
  lost: '这本书已登记丢失',
  ended: '这本书已经结束漂流',
};
const OF_DONATION: Record<DonationState, string> = {
  offered: '这份捐赠正在等馆员答复',
  wanted: '这份捐赠已经答复，等书送到',
  declined: '这份捐赠已经婉谢',
  received: '这份捐赠已经收到',
  settled: '这份捐赠已经办结',
  withdrawn: '这份捐赠已经撤回',
  lapsed: '这份捐赠过期没有送到',
};

const OF_WISH: Record<WishState, string> = {
  received: '已收到',
  considering: '考虑中',
  ordered: '已订购',
  arrived: '已到馆',
  declined: '未采纳',
};

/**
 * Every expected no as a sentence with its numbers and the next step: one long table, so that a code
 * without one does not compile.
 */
const sentences: { [C in RefusalCode]: Sentence<C> } = {
  no_card: () => ({ text: '办理这项服务需要读者证。', next: '填一张短表即可办证，已有读者证可直接绑定。' }),
  not_staff: () => ({
    text: '这里是馆员工作台，您的微信没有登记为馆员。',
    next: '请联系馆长在馆员名单中登记。',
  }),
  role_missing: (r) => ({ text: `这项操作需要“${OF_ROLE[r.role]}”岗位。`, next: '请联系馆长开通。' }),
  busy: () => ({ text: '现在办理的人太多，还没有轮到您。', next: '请稍后再试，不会重复办理。' }),
  too_many_calls: (r) => ({ text: `操作太频繁了，请在 ${r.seconds} 秒后再试。` }),
  not_set_up: () => ({
    text: '图书馆的线上服务还没有开通。',
    next: '请向馆员咨询，或稍后再来。馆方请检查小程序的云开发环境。',
  }),
  request_too_old: () => ({
    text: '这次操作提交得太久以前，无法确认当时是否已经办成。',
    next: '请先刷新查看，需要的话再办一次。',
  }),
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
  guardian_unconfirmed: () => ({
    text: '监护人还没有确认，暂时不能借书和预约。',
    next: '请监护人在自己微信的“家人与读者证”里同意；证号填错了，可在您的“家人与读者证”里重填，也可一起到服务台办理。',
  }),
  birth_date_later: () => ({ text: '出生日期不能晚于今天。', next: '请核对后重新填写。' }),
  guardian_not_needed: () => ({ text: '这张读者证不需要填写监护人。', next: '请下拉刷新后再看。' }),
  no_guardian: () => ({ text: '这位读者没有登记监护人。', next: '请刷新后再看。' }),
  children_limit_reached: (r) => ({
    text: `名下已有 ${r.current} 位小读者，最多 ${r.limit} 位。`,
    next: '可先在“家人与读者证”里解除不再由您监护的小读者。',
  }),
  request_not_found: () => ({ text: '这个请求已经处理过，或已撤回。', next: '请下拉刷新后再看。' }),
  consent_outdated: (r) => ({
    text: `《${OF_CONSENT[r.what]}》已经更新。`,
    next: '请关闭小程序后重新打开，看过新的内容再继续。',
  }),
  qr_expired: () => ({ text: '这个二维码已过期。', next: '请读者刷新后再出示。' }),
  qr_not_valid: () => ({ text: '这不是本馆的读者码。', next: '请打开“我的读者证”出示二维码。' }),

  card_code_needed: () => ({
    text: '本馆借书需要出示二维码，不能只报证号。',
    next: '请打开“我的读者证”出示二维码。',
  }),
  birth_day_needed: () => ({ text: '只报证号时，还要核对生日。', next: '请说出登记的生日（几月几日）。' }),
  birth_day_wrong: () => ({ text: '生日与登记的不一致。', next: '请核对后再试，或出示二维码。' }),
  card_not_shown: () => ({ text: '还没有出示读者证，或出示已超过半小时。', next: '请重新扫读者证后再借。' }),

  card_not_active: (r) => ({
    text: `这张读者证${OF_CARD[r.status]}，不能再使用。`,
    next: '请使用新证；还没有新证的，请带证件到服务台补办。',
  }),
  application_pending: () => ({
    text: '办证申请正在审核，暂时不能借书和预约。',
    next: '通过后消息里会通知您，一般不超过两个工作日。',
  }),
  application_decided: (r) => ({
    text: `这份申请已经处理过：${r.standing === 'active' ? '已通过' : '未通过或已注销'}。`,
    next: '刷新列表，看看还有哪些申请。',
  }),
  account_closed: () => ({ text: '这张读者证已经注销。', next: '需要借书时可以重新办证。' }),
  account_not_settled: (r) => ({
    text: `还不能注销：${unsettled(r)}。`,
    next: '办完这些就可以注销；需要帮忙请到任一分馆服务台。',
  }),

  reader_not_found: (r) => ({ text: `没有找到读者“${r.scanned}”。`, next: '请核对证号或重新扫码。' }),
  card_expired: (r) => ({
    text: `读者证已于 ${day(r.expiredOn)} 到期。`,
    next: '到任一分馆服务台可免费续期。',
  }),
  reader_blocked: (r) => ({
    text: `读者证已${r.stops === 'holds' ? '停止预约' : '停借'}：${r.reason}。`,
    // The library's words may say where to go already.
    next: r.until
      ? `${day(r.until)} 后自动恢复。`
      : r.reason.includes('服务台')
        ? undefined
        : '请到服务台处理。',
  }),
  reader_suspended: (r) => ({
    text: `因逾期或预约未取，停借到 ${day(r.until)}。`,
    next: '到期后自动恢复，不需要办手续；手里的书仍请按时归还。',
  }),
  holds_stopped: (r) => ({
    text: `有预约到书未取，${day(r.until)}之前不能预约。`,
    next: '到期后自动恢复，借书、续借不受影响。',
  }),
  loans_overdue: (r) => ({
    text: `有 ${r.count} 册图书逾期${r.limit > 0 ? `（满 ${r.limit} 册即停借）` : ''}。`,
    next: '还回逾期图书后即可恢复借阅。',
  }),
  owes_too_much: (r) => ({
    text: `未付费用 ${yuan(r.owes)}，${overLimit(r.limit)}。`,
    next: '到任一分馆服务台付清后立即恢复，明细见“费用”。',
  }),
  children_owe_too_much: (r) => ({
    text: `您孩子的读者证共有未付费用 ${yuan(r.owes)}，${overLimit(r.limit)}。`,
    next: '到任一分馆服务台付清后立即恢复，明细见“家人”。',
  }),
  deposit_missing: (r) => ({
    text: `借这类资料需要押金 ${yuan(r.needed)}，目前${r.deposit > 0 ? `只有 ${yuan(r.deposit)}` : '还没有交'}。`,
    next: '到任一分馆服务台交付，退证时全额退还。',
  }),
  loan_limit_reached: (r) => ({ text: `已借 ${r.current}/${r.limit} 册。`, next: '还回一册后可再借。' }),
  on_site_limit_reached: (r) => ({
    text: `在馆内阅览的已有 ${r.current}/${r.limit} 册。`,
    next: '还回一册后可再取。',
  }),
  part_limit_reached: (r) => ({
    text: `${partOf(r)}已借 ${r.current}/${r.limit} 册。`,
    next: r.withinDays ? '过几天或还回后可再借，其他资料不受影响。' : '还回一册后可再借，其他资料不受影响。',
  }),
  loans_and_holds_limit_reached: (r) => ({
    text: `借阅和预约合计 ${r.current}/${r.limit} 本。`,
    next: '还回一册或取消一条预约后可再办。',
  }),
  too_young: (r) => ({
    text: `这册书适合 ${r.minAge} 岁以上读者，您的读者证登记为 ${r.age} 岁。`,
    next: '可请监护人借阅，或请馆员推荐合适的书。',
  }),

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
  item_not_for_loan: (r) => ({ text: `这册书${OF_ITEM[r.status]}。`, next: '可看看同一本书的其他复本。' }),
  item_not_for_category: () => ({
    text: '您的读者证类型不能借这类资料。',
    next: '可在馆内阅览，或到服务台了解适合的读者证。',
  }),
  item_not_on_loan: (r) => ({ text: `条码 ${r.barcode} 现在没有借出。`, next: '请核对条码后重试。' }),
  item_status_differs: (r) => ({
    text: `这册书的状态已变为“${itemStatusName(r.status)}”。`,
    next: '请刷新后再办理。',
  }),

  talk_not_found: () => ({ text: '没有找到这次咨询。', next: '它可能已过保存期限。' }),
  talk_open: () => ({ text: '您还有一次咨询没有结束。', next: '请在那一次里接着问。' }),
  talk_is: (r) => ({ text: OF_TALK[r.state], next: '请刷新后再看。' }),
  talk_taken: (r) => ({ text: `${r.by || '另一位馆员'}正在接待。` }),
  talk_limit_reached: (r) => ({
    text: `您正在接待 ${r.current} 位读者，上限是 ${r.limit} 位。`,
    next: '请先结束一次，或调高上限。',
  }),
  words_not_found: () => ({ text: '没有找到这句话。', next: '请刷新后再看。' }),
  deliveries_not_open: () => ({ text: '本馆还没有开通文献传递。', next: '可以先问馆员。' }),
  delivery_not_found: () => ({ text: '没有找到这项申请。', next: '请返回列表刷新后再看。' }),
  delivery_is: (r) => ({ text: OF_DELIVERY[r.state], next: '请刷新后再看。' }),
  delivery_limit_reached: (r) => ({
    text: `您有 ${r.current} 项申请还在办理，最多同时 ${r.limit} 项。`,
    next: '有一项办结后就可以再申请。',
  }),
  delivery_held_here: (r) => ({
    text: `本馆就有《${r.title}》，可以直接借或预约。`,
    next: '如果要的是别的版本，可以坚持申请。',
  }),
  delivery_still_held: () => ({
    text: '读者还预约着这本书。',
    next: '等读者取书，或先取消预约。',
  }),
  back_by_passed: (r) => ({ text: `归还期限要晚于今天（${day(r.today)}）。` }),
  cost_changed: (r) => ({ text: `费用已改为 ${yuan(r.cost)}，请看过再确认。` }),
  statement_outdated: () => ({ text: '著作权声明已经更新。', next: '请重新打开这一页，看过再提交。' }),
  link_expired: (r) => ({
    text: `链接已于 ${at(r.until)} 到期。`,
    next: '还需要的话，可以问馆员延长，或再次提交申请。',
  }),
  link_used_up: () => ({ text: '打开的次数已经用完。', next: '还需要的话，可以请馆员再开通一次。' }),
  call_not_found: () => ({ text: '没有找到这项征集。', next: '请返回列表刷新后再看。' }),
  works_not_open: () => ({ text: '本馆没有开通这项服务。', next: '主管可以在“活动设置”里开通。' }),
  call_is: (r) => ({
    text: `${OF_CALL[r.phase]}${r.phase === 'coming' ? `，${at(r.at)}开始` : r.phase === 'open' ? `（${at(r.at)}截止）` : ''}。`,
  }),
  call_changed: () => ({ text: '别的馆员刚刚改过。', next: '请刷新后再改。' }),
  call_wrong: (r) => ({ text: WRONG_IN_CALL[r.field] }),
  call_has_works: (r) => ({
    text: `已经有 ${r.works} 件投稿，不能再改收什么、组别、评分项，也不能提前截止。`,
    next: '介绍、奖项可以改，截止时间可以推后。',
  }),
  no_group_for_age: (r) => ({ text: `没有适合 ${r.age} 岁的组别。` }),
  work_not_found: () => ({ text: '没有找到这件作品。', next: '作者可能撤回了。' }),
  work_is: (r) => ({ text: `${OF_WORK[r.state]}。`, next: '请刷新后再看。' }),
  work_changed: () => ({ text: '作者刚刚重新提交过。', next: '请看过新的再决定。' }),
  work_lacks: (r) => ({ text: LACKED[r.what] }),
  work_too_long: (r) => ({ text: `正文 ${r.length} 字，最多 ${r.most} 字。` }),
  work_too_many: (r) => ({ text: `最多放 ${r.most} 个。` }),
  work_names_author: () => ({
    text: '作品里写着您的姓名，评委会看到。',
    next: '评审是匿名的，请去掉姓名再提交；署名另外填。',
  }),
  judge_cannot_enter: () => ({ text: '评委和评委的家人不参加这次评选。' }),
  judge_has_entered: (r) => ({ text: `${r.name}或家人已经投稿，不能担任评委。`, next: '请换一位评委。' }),
  judge_not_found: () => ({ text: '没有找到这位馆员。', next: '请刷新后再选。' }),
  not_judging: () => ({ text: '您不是这次评选的评委。' }),
  points_wrong: (r) => ({ text: `“${r.name}”要给 0 到 ${r.most} 分，可以有半分。` }),
  no_judges: () => ({ text: '还没有评委。' }),
  works_waiting: (r) => ({ text: `还有 ${r.count} 件投稿没有审看。`, next: '请先看过。' }),
  marks_missing: (r) => ({ text: `${r.name}还差 ${r.count} 件没有评。`, next: '等评完，或请他逐件弃权。' }),
  work_without_marks: (r) => ({ text: `${r.number} 号作品所有评委都弃权。`, next: '请再指定一位评委。' }),
  no_works_to_rank: () => ({ text: '没有可以评选的作品。' }),
  results_changed: () => ({ text: '名次刚刚有变化。', next: '请看过新的名次再公布。' }),
  drifting_not_open: () => ({ text: '本馆没有开通图书漂流。', next: '主管可以在“活动设置”里开通。' }),
  drift_not_found: () => ({ text: '没有找到这本漂流书。' }),
  drift_code_unknown: () => ({ text: '没有这个漂流码。', next: '请核对书上贴的 8 位漂流码。' }),
  drift_is: (r) => ({ text: `${OF_DRIFT[r.state]}。`, next: '请刷新后再看。' }),
  drift_moved_on: () => ({ text: '刚刚有别的读者登记了这本书。', next: '书在您手里的话，请再试一次。' }),
  drift_with_you: () => ({ text: '这本书已经在您手里了。' }),
  drift_not_with_you: () => ({ text: '这本书不在您手里。' }),
  drift_limit_reached: (r) => ({
    text: `您手里有 ${r.current} 本漂流书，最多同时 ${r.limit} 本。`,
    next: '请先传出一本。',
  }),
  drift_copy_in_use: (r) => ({
    text: `这一册${itemStatusName(r.status)}，不能放漂。`,
    next: '在架、没有人预约的才可以。',
  }),
  drift_exists_already: () => ({ text: '这一册已经在漂流。' }),
  pen_name_missing: () => ({ text: '请填写笔名。' }),
  child_not_by_name: () => ({ text: '未满 14 周岁的读者不公开真名，请选“只留姓”或笔名。' }),
  donations_not_open: () => ({ text: '本馆没有开通赠书。', next: '主管可以在“活动设置”里开通。' }),
  donation_not_found: () => ({ text: '没有找到这份捐赠。' }),
  donation_is: (r) => ({ text: `${OF_DONATION[r.state]}。`, next: '请刷新后再看。' }),
  donation_limit_reached: (r) => ({
    text: `您有 ${r.current} 份捐赠还在办理，最多同时 ${r.limit} 份。`,
    next: '有一份办结后就可以再捐。',
  }),
  donation_books_differ: (r) => ({
    text: `这份捐赠有 ${r.books} 种书，要逐种答复。`,
    next: '请刷新后再看。',
  }),
  wishes_not_open: () => ({ text: '本馆现在不接受荐购。' }),
  wish_not_found: () => ({ text: '没有找到这条荐购。', next: '它可能已经撤回。' }),
  wish_is: (r) => ({ text: `这本书${OF_WISH[r.state]}。`, next: '请刷新后再看。' }),
  wish_held_here: (r) =>
    r.other
      ? { text: `馆里有《${r.title}》，也许是另一个版本。`, next: '要的不是这一版，可以仍然荐购。' }
      : { text: `馆里有《${r.title}》。`, next: '可以直接借阅或预约。' },
  wish_asked_already: (r) => ({ text: `您荐购过这本书，${OF_WISH[r.state]}。` }),
  wish_limit_reached: (r) => ({
    text: `您本月已荐购 ${r.current}/${r.limit} 种。`,
    next: '下个月可以再荐购。',
  }),
  wish_title_not_found: () => ({
    text: '馆藏里没有这个 ISBN 或条码。',
    next: '请核对，或先为这本书编目。',
  }),
  profiles_not_open: () => ({ text: '本馆还没有开通定题服务。' }),
  announcement_not_found: () => ({ text: '没有找到这条通知。', next: '请返回列表刷新后再看。' }),
  announcement_sent: () => ({ text: '这条通知已经发出，不能再改。', next: '可以撤回后另写一条。' }),
  announcement_not_sent: () => ({ text: '这条通知还没有发出。' }),
  announcement_changed: ({ by }) => ({ text: `${by}刚刚改过这条通知。`, next: '请刷新后再改。' }),
  announcements_not_open: () => ({ text: '本馆没有开通通知读者。', next: '主管可以在“通知读者”里开通。' }),
  audience_not_chosen: () => ({ text: '还没有选择发给谁。', next: '请先选择读者。' }),
  audience_empty: () => ({ text: '现在没有符合条件的读者。', next: '请放宽条件。' }),
  audience_changed: ({ readers }) => ({
    text: `人数变了：现在有 ${readers} 位读者。`,
    next: '请看过人数再发一次。',
  }),
  article_not_found: () => ({ text: '没有找到这篇文章。', next: '它可能已被撤下。' }),
  article_changed: ({ by }) => ({
    text: `${by}刚刚改过这篇文章。`,
    next: '请刷新后再改，先复制您写的内容。',
  }),
  article_empty: () => ({ text: '文章里还没有内容。' }),
  article_not_published: () => ({ text: '这篇文章还没有发布过。', next: '请先发布。' }),
  article_published: () => ({ text: '发布过的文章不能删除。', next: '可以撤下，读者就看不到了。' }),
  files_missing: ({ count }) => ({
    text: `还有 ${count} 处图片或音视频没有补上。`,
    next: '请补上或删去再发布。',
  }),
  column_not_found: () => ({ text: '没有找到这个栏目。', next: '请选一个现有的栏目。' }),
  column_in_use: ({ name }) => ({
    text: `栏目“${name}”里有文章，不能删除。`,
    next: '请先把文章移到别的栏目。',
  }),
  profile_not_found: () => ({ text: '没有找到这个主题。', next: '请返回列表刷新后再看。' }),
  profile_limit_reached: (r) => ({
    text: `最多定 ${r.limit} 个主题，您已有 ${r.current} 个。`,
    next: '可以先删掉不用的，或把几个词写进一个主题。',
  }),
  media_not_found: () => ({ text: '没有找到这个文件。', next: '请重新选择。' }),
  talk_media_full: (r) => ({
    text: `一次咨询最多发 ${r.limit} 个图片、录音和文件。`,
    next: '可以结束后重新提问。',
  }),
  colleague_not_there: () => ({ text: '这位同事刚刚离开了。', next: '请换一位，或转交。' }),
  talk_is_yours: () => ({ text: '这是您接待的咨询。', next: '离开前请转交给同事。' }),
  talk_colleagues_full: (r) => ({ text: `最多请 ${r.limit} 位同事。` }),
  phrase_not_found: () => ({ text: '这条常用语已经删除了。' }),
  phrases_full: (r) => ({ text: `最多保存 ${r.limit} 条常用语。`, next: '请先删除不用的。' }),
  media_is: (r) => ({ text: OF_MEDIA[r.state] }),
  file_not_allowed: (r) => ({ text: OF_FILE[r.why] }),
  words_too_old: (r) => ({ text: `发出超过 ${r.minutes} 分钟，不能撤回了。` }),
  loan_not_found: () => ({ text: '没有找到这条借阅记录。', next: '请下拉刷新后再看。' }),
  loan_closed: () => ({ text: '这册书已经还回。' }),
  renewal_limit_reached: (r) => ({
    text: `已续借 ${r.renewed}/${r.limit} 次，不能再续。`,
    next: '请在到期前还回；无人预约时可重新借出。',
  }),
  online_renewal_limit_reached: (r) => ({
    text: `网上自助续借已用 ${r.renewed}/${r.limit} 次。`,
    next: '可到服务台续借。',
  }),
  loan_age_reached: (r) => ({
    text: `这册书连同续借最晚借到 ${day(r.until)}。`,
    next: '请按期还回，之后可以再借。',
  }),
  booked_ahead: (r) => ({
    text: `有读者约定 ${day(r.from)} 起要用这册书，借不过那天。`,
    next: '可以改借别的复本，或选更早的还书日。',
  }),
  renewal_too_early: (r) => ({ text: '还没到可续借的日期。', next: `${day(r.from)} 起可以续借。` }),
  renewal_too_late: (r) => ({
    text: `可续借的时间到 ${day(r.until)} 为止，已经过了。`,
    next: '请按期还回，之后可以再借。',
  }),
  nothing_overdue: () => ({ text: '这位读者没有要催还的书。', next: '请下拉刷新后再看。' }),
  reminded_this_week: (r) => ({ text: `${day(r.on)}已经提醒过，一周提醒一次。` }),
  loan_overdue: (r) => ({ text: `这册书已逾期 ${r.days} 天，不能续借。`, next: '请尽快到任一分馆还书。' }),
  others_waiting: (r) => ({
    text: `有 ${r.waiting} 位读者在等这本书${r.free > 0 ? `，可调配的复本只有 ${r.free} 册` : ''}，不能续借。`,
    next: '请按期还回，之后可以预约。',
  }),
  renewal_gains_nothing: (r) => ({
    text: `现在续借到期日不会变（仍是 ${day(r.dueOn)}）。`,
    next: '临近到期时再续借。',
  }),
  loan_on_site: () => ({ text: '这是馆内阅览的资料，不能续借。', next: '请在闭馆前还到服务台。' }),
  loan_recalled: (r) => ({
    text: `这册书已于 ${day(r.on)} 被召回，有读者急需。`,
    next: '请在新的到期日前归还，之后可以预约。',
  }),
  loan_claimed_returned: () => ({
    text: '您已声明这册书还过，馆员正在查找。',
    next: '如果书还在手里，请直接还到任一分馆。',
  }),
  recall_gains_nothing: (r) => ({
    text: `召回不会让书早到（仍是 ${day(r.dueOn)} 到期）。`,
    next: '请等到期归还，或另寻复本。',
  }),
  recall_not_offered: () => ({ text: '这册书按规则不召回。', next: '请等到期归还，或另寻复本。' }),
  transfer_not_offered: () => ({
    text: '这册书按规则不能转借。',
    next: '请还到任一分馆，让对方预约或借阅。',
  }),
  transfer_code_expired: () => ({
    text: '这个转借码已过期（每个码 60 秒有效）。',
    next: '请对方点“换一个码”后再扫。',
  }),
  transfer_code_not_valid: () => ({
    text: '这不是有效的转借码，或已经用过。',
    next: '请对方在“我的借阅”里点“转借给书友”，出示新的码。',
  }),
  transfer_to_oneself: () => ({ text: '这册书本来就在您名下。', next: '如需延长请续借。' }),

  title_not_found: () => ({ text: '没有找到这本书。', next: '它可能已被撤下，请重新检索。' }),
  no_item_can_fill: () => ({
    text: '这本书目前没有可以外借的复本，不能预约。',
    next: '可到馆内阅览，或看看相近的书。',
  }),
  copies_not_sent: ({ branchName }) => ({
    text: `这本书的复本不调往${branchName}。`,
    next: '请换一个取书的分馆。',
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
  holds_per_day_reached: (r) => ({
    text: `今天已预约 ${r.current}/${r.limit} 本。`,
    next: '明天可以继续预约。',
  }),
  holds_per_title_reached: (r) => ({
    text: `这本书您已预约 ${r.current}/${r.limit} 条。`,
    next: '可在“我的预约”查看或取消。',
  }),
  copy_holds_not_offered: () => ({
    text: '本馆不能指定某一册预约。',
    next: '请按书目预约，任何一册还回都会留给您。',
  }),
  hold_too_long: (r) => ({
    text: `预约最多等 ${r.mostDays} 天。`,
    next: '请把截止日期提前，到期后可以再次预约。',
  }),
  hold_starts_too_late: (r) => ({
    text: `预约的开始日期 ${day(r.startsOn)} 太晚，最晚是 ${day(r.latest)}。`,
    next: '请把开始日期提前，或不填。',
  }),
  hold_ends_too_early: (r) => ({
    text: `预约的截止日期 ${day(r.endsOn)} 太早，最早是 ${day(r.earliest)}。`,
    next: '请把截止日期推后，或不填。',
  }),
  hold_ready_already: () => ({
    text: '书已经在预约架上等您，不能再改取书点或日期。',
    next: '请按期取书，或取消后重新预约。',
  }),
  not_family: (r) => ({
    text: `${r.name ? `${r.name}不` : '对方不'}在您的家人名单里。`,
    next: '请先在“家人与读者证”里添加。',
  }),
  branch_not_found: () => ({ text: '没有找到这个分馆。', next: '请重新选择取书点。' }),
  hold_not_found: () => ({ text: '没有找到这条预约。', next: '请下拉刷新后再看。' }),
  hold_not_open: (r) => ({ text: `这条预约${OF_HOLD[r.status]}。` }),

  event_not_found: () => ({ text: '没有找到这场活动。', next: '它可能已被撤下。' }),
  event_cancelled: () => ({ text: '这场活动已取消。', next: '看看其他活动。' }),
  registration_not_open: (r) => ({ text: '报名还没有开始。', next: `${at(r.opensAt)} 开放报名。` }),
  registration_closed: (r) => ({ text: `报名已于 ${at(r.closedAt)} 截止。`, next: '欢迎关注下一场。' }),
  event_full: (r) => ({ text: `${r.quota} 个名额已报满。`, next: '有人取消时名额会放出，可稍后再来看。' }),
  no_registration_needed: () => ({ text: '这场活动不用报名。', next: '到时直接来就可以。' }),
  age_not_fitting: (r) => ({ text: `这场活动适合${agesOf(r)}，活动当天参加的人 ${r.age} 岁。` }),
  category_not_fitting: (r) => ({ text: `这场活动面向${r.categories.join('、')}读者。` }),
  absent_too_often: (r) => ({
    text: '近来几次报了名没有到场，暂时不能报名。',
    next: `${day(r.until)} 以后就可以再报。不用报名的活动欢迎直接来。`,
  }),
  party_too_large: (r) => ({
    text: r.most === 1 ? '这场活动每人报自己的名额。' : `一次最多报 ${r.most} 个名额。`,
  }),
  guests_missing: (r) => ({ text: `一共 ${r.places} 位，请写上同行人的姓名。` }),
  form_field_missing: (r) => ({ text: `请填写“${r.label}”。` }),
  other_event_then: (r) => ({
    text: `那段时间您已报名「${r.title}」（${at(r.startsAt)}）。`,
    next: '要换到这一场，请先取消那一场。',
  }),
  too_late_to_cancel: (r) => ({
    text: `取消报名截止到 ${at(r.until)}，现在不能取消了。`,
    next: '临时有事来不了，请在“问馆员”里说一声。',
  }),
  offer_over: () => ({ text: '这个名额的保留时间已过，已让给后面的读者。', next: '可以重新排队。' }),
  not_drawn_here: () => ({ text: '这场活动不抽签。' }),
  event_times_wrong: (r) => ({ text: OF_EVENT_TIMES[r.field] }),
  quota_below_registered: (r) => ({
    text: `可报名的名额 ${r.quota} 个，少于已经报名的 ${r.registered} 人。`,
    next: '请先联系读者取消，或保留现在的名额。',
  }),
  room_taken: (r) => ({
    text: `这个地点已排了「${r.title}」（${at(r.startsAt)} 到 ${at(r.endsAt)}）。`,
    next: '请换个时间或地点。',
  }),
  event_kind_off: () => ({ text: '本馆没有开这一类活动。', next: '请馆长在设置中打开。' }),
  draws_off: () => ({ text: '本馆不用抽签。', next: '请馆长在活动设置中打开。' }),
  event_already_closed: () => ({ text: '这场活动已经结束登记。' }),
  event_not_begun: (r) => ({ text: `活动还没有开始（${at(r.startsAt)}）。` }),
  event_code_not_valid: () => ({
    text: '这个签到码不对，或已经过期。',
    next: '请扫现场屏幕上正在显示的码。',
  }),
  check_in_too_early: (r) => ({ text: `现在还不能签到。`, next: `${at(r.from)} 开始签到。` }),
  no_place_left: (r) => ({ text: `${r.quota} 个座位都有人了。` }),
  draw_list_closed: (r) => ({ text: `抽签名单已于 ${at(r.publishedAt)} 公布，不能再加。` }),
  draw_not_due: (r) => ({ text: `${at(r.seedAt)} 以后才能抽签。` }),
  already_drawn: () => ({ text: '已经抽过签了，结果不能改。' }),
  already_registered: () => ({ text: '您已经报名了这场活动。' }),
  not_registered: () => ({ text: '您没有报名这场活动。' }),
  lecture_not_found: () => ({ text: '没有找到这场讲座的回顾。' }),
  lecture_empty: () => ({ text: '回顾还是空的。', next: '请先写导语、要点或金句。' }),
  mark_beyond_replay: (r) => ({
    text: `第 ${r.place} 条${OF_MARKS[r.field]}的时间超过了回放的长度（${lengthText(r.duration)}）。`,
  }),
  quiz_answer_missing: (r) => ({ text: `第 ${r.place} 题没有标出正确的选项。` }),
  quiz_not_whole: (r) => ({ text: `请答完 ${r.questions} 道题再交。` }),
  quiz_plan_missing: () => ({ text: '还没有写竞答的主题和题数。', next: '请在“竞答设置”里写好再发布。' }),
  quiz_too_few: (r) => ({
    text: `这些主题一共 ${r.have} 道题，不够每人抽 ${r.asked} 道。`,
    next: '请再出几道题，或少抽几道。',
  }),
  quiz_begun: (r) => ({
    text: `竞答已于 ${at(r.startsAt)} 开始，题目、时间和规则不能再改。`,
    next: '结束时间可以往后延。',
  }),
  quiz_not_open: (r) => ({ text: '竞答还没有开始。', next: `${at(r.opensAt)} 开始。` }),
  quiz_over: (r) => ({ text: `竞答已于 ${at(r.endedAt)} 结束。`, next: '欢迎参加下一场。' }),
  quiz_time_over: (r) => ({ text: `答题时间到 ${at(r.endedAt)} 为止，之前保存的答案都算数。` }),
  quiz_not_started: () => ({ text: '您还没有开始这场竞答。' }),
  quiz_handed_in: () => ({ text: '您已经交卷了。' }),
  quiz_choice_wrong: (r) => ({ text: `第 ${r.place} 题没有这样的选法。` }),
  quiz_not_over: (r) => ({ text: '竞答还没有结束。', next: `${at(r.endsAt)} 后公布排行。` }),
  challenge_plan_missing: () => ({
    text: '还没有写打卡的规则。',
    next: '请在“打卡设置”里写好再发布。',
  }),
  challenge_too_long: (r) => ({ text: `一共 ${r.days} 天，太长了，最多 ${r.most} 天。` }),
  challenge_step_beyond: (r) => ({ text: `一共只有 ${r.days} 天，到不了第 ${r.step} 天的勋章。` }),
  challenge_begun: (r) => ({
    text: `打卡已于 ${at(r.startsAt)} 开始，规则不能再改。`,
    next: '结束时间可以往后延。',
  }),
  challenge_not_open: (r) => ({ text: '打卡还没有开始。', next: `${at(r.opensAt)} 开始。` }),
  challenge_over: (r) => ({ text: `打卡已于 ${at(r.endedAt)} 结束。` }),
  challenge_day_wrong: (r) => ({ text: `只能打 ${day(r.first)}到${day(r.last)}之间、今天以前的卡。` }),
  challenge_day_over: (r) => ({ text: `${day(r.on)}已经过了。`, next: '可以在日历上点那一天补卡。' }),
  make_ups_used: (r) => ({ text: `${r.makeUps} 次补卡都用完了。` }),
  title_not_at_home: () => ({ text: '这本书不在您正在借的书里。' }),
  note_not_found: () => ({ text: '这句话已经不在了，或刚刚改过。' }),
  no_teams_here: () => ({ text: '这次打卡不组队。' }),
  already_in_team: () => ({ text: '您已经在一个队里。', next: '请先退出，再换一个队。' }),
  not_in_team: () => ({ text: '您不在队里。' }),
  team_not_found: () => ({ text: '没有这个口令的队。', next: '请核对口令，再试一次。' }),
  team_full: (r) => ({ text: `这个队已满 ${r.size} 人。` }),
  question_not_found: () => ({ text: '没有找到这道题。' }),
  question_changed: (r) => ({ text: `${r.by} 刚刚改过这道题。`, next: '请看过新的内容再改。' }),
  question_wrong: (r) => ({ text: OF_QUESTION[r.why] }),
  question_needed: (r) => ({
    text: `「${r.title}」每人要抽 ${r.asked} 道题，少了这道就不够了。`,
    next: '请先给这个主题补一道题。',
  }),
  questions_wrong: (r) => ({
    text: r.faults.map(({ line, why }) => `第 ${line} 行${OF_ROW[why]}`).join('；') + '。',
    next: '一道也没有导入，改好后请重新选择文件。',
  }),
  questions_none: () => ({ text: '这个文件里没有题目。', next: '第一行写列名，从第二行起一行一道题。' }),
  questions_too_many: (r) => ({ text: `一次最多导入 ${r.most} 道题。`, next: '请分成几个文件。' }),
  recap_published: () => ({ text: '这篇回顾读者已能看到。', next: '请先撤下。' }),
  transcript_not_found: () => ({ text: '这场讲座没有文字稿。' }),
  transcript_file_gone: () => ({ text: '没有找到上传的文件。', next: '请重新选择。' }),
  transcript_wrong: (r) => ({
    text: `第 ${r.line} 行：${OF_TRANSCRIPTS[r.why]}`,
    next: '请改好后重新选择文件；原来的文字稿没有动。',
  }),
  notice_not_found: () => ({ text: '没有找到这条消息。' }),

  list_not_found: () => ({ text: '没有找到这个书单。', next: '它可能已被删除，或没有公开。' }),
  list_built_in: () => ({
    text: '“想读”是每位读者自带的书单，只有您自己能看到，不能改名、公开或删除。',
    next: '想公开分享，可以新建一个书单。',
  }),
  list_limit_reached: (r) => ({
    text: `已有 ${r.current}/${r.limit} 个书单。`,
    next: '删除一个不用的，就可以再建。',
  }),
  list_full: (r) => ({
    text: `这个书单已有 ${r.current}/${r.limit} 本书。`,
    next: '移出几本，或新建一个书单。',
  }),
  list_empty: () => ({ text: '书单里还没有书，不能公开。', next: '先加入至少一本书。' }),
  title_not_on_list: () => ({ text: '书单刚刚有变动，这本书的位置已经不同。', next: '请刷新后再调整。' }),
  list_changed: () => ({ text: '书单刚刚又有改动。', next: '请刷新，看过新的内容再办理。' }),
  lists_not_open: () => ({
    text: '本馆还没有开放读者公开书单。',
    next: '书单仍为您保留，只有您自己能看到。',
  }),
  reviews_not_open: () => ({ text: '本馆没有开放读者书评。', next: '已写的书评会为您保留。' }),
  review_not_found: () => ({ text: '没有找到这条书评。', next: '它可能已被删除，请刷新后再看。' }),
  review_changed: () => ({ text: '读者刚刚改写了这条书评。', next: '请刷新，看过新的内容再办理。' }),
  text_not_allowed: () => ({
    text: '这段文字没有通过微信的内容安全检查，不能提交。',
    next: '请修改措辞后再提交。',
  }),
  answer_not_found: () => ({ text: '没有找到这个问题。', next: '它可能已撤下，请看看其他问题，或问馆员。' }),
  answers_full: (r) => ({ text: `已有 ${r.current}/${r.limit} 个问题。`, next: '请先撤下不再使用的。' }),
  answer_changed: () => ({ text: '刚才有同事改过这个回答。', next: '请重新打开后再改。' }),
  answer_not_waiting: () => ({ text: '这个回答没有在等待审核。', next: '请重新打开看看。' }),
  answer_own_review: () => ({ text: '自己写的回答要请另一位同事审核。' }),
  answer_not_published: () => ({ text: '这个回答还没有发布过。', next: '请先送审。' }),
  personal_data: (r) => ({
    text: `里面还有个人信息：${r.parts.join('、')}。`,
    next: '请去掉，或确认它不是个人信息。',
  }),
  resource_not_found: () => ({ text: '没有找到这项资源。', next: '它可能已停用，请看看其他资源。' }),
  case_not_found: () => ({ text: '没有找到这条意见。', next: '它可能已经办结。' }),
  survey_not_open: () => ({ text: '问卷没有开放。', next: '开放时首页会提醒您。' }),
  survey_answered: ({ year }) => ({ text: `您已答过 ${year} 年的问卷。`, next: '谢谢您，每年一次就够了。' }),
  survey_runs: ({ closesOn }) => ({
    text: '问卷已经开放，题目和开始日不能再改。',
    next: `可以改截止日（现在是 ${closesOn}），题目明年再改。`,
  }),
  case_is: () => ({ text: '这条意见的状态已经变了。', next: '请刷新再看。' }),
  interests_full: (r) => ({ text: `已有 ${r.current}/${r.limit} 个兴趣词。`, next: '请修改或隐藏不用的。' }),
  resources_full: (r) => ({ text: `已有 ${r.current}/${r.limit} 项资源。`, next: '请先删除不再使用的。' }),

  isbn_wrong: (r) => ({
    text: `${r.isbn} 的校验位不对，不是有效的 ISBN。`,
    next: '请与书上的号码核对，或重新扫描。',
  }),
  title_here_already: (r) => ({
    text: `馆内可能已有这本书：${r.titles.map(({ title }) => `《${title}》`).join('、')}。`,
    next: '请先看一看；确实是另一种书，再选“仍要新建”。',
  }),
  title_changed: () => ({ text: '同事刚刚也改了这条书目。', next: '请看过对方的内容，再决定怎样保存。' }),
  barcode_taken: (r) => ({
    text: `条码 ${r.barcode} 已用在《${r.title}》上。`,
    next: '请核对条码，或换一张条码。',
  }),
  barcode_is_card: (r) => ({
    text: `${r.barcode} 是读者证号，不能用作图书条码。`,
    next: '请扫书上的馆藏条码。',
  }),
  copy_in_use: (r) => ({
    text: `条码 ${r.barcode} 已有借还或预约，不能撤去。`,
    next: '需要下架，请在“查复本”里办理剔除。',
  }),

  comment_needed: () => ({ text: '这项操作需要写明理由。', next: '请填写后再办理。' }),
  override_not_allowed: (r) => ({
    text: '这条限制不能由您放行。',
    next: r.role ? `请“${OF_ROLE[r.role]}”岗位的同事办理。` : '按规则任何人都不能放行。',
  }),
  due_date_not_later: (r) => ({
    text: `新的到期日 ${day(r.dueOn)} 要晚于今天（${day(r.today)}）。`,
    next: '请重新选择日期。',
  }),
  due_date_too_late: (r) => ({
    text: `自定的到期日最晚到 ${day(r.latest)}（现填 ${day(r.dueOn)}）。`,
    next: '请选早一些的日期。',
  }),
  returned_too_far_back: (r) => ({
    text: `还书日期最早可以写到 ${day(r.earliest)}。`,
    next: '更早还的，请按今天还回，再减免逾期费用。',
  }),
  returned_before_lent: (r) => ({
    text: `还书日期 ${day(r.returnedOn)} 早于借出日期 ${day(r.checkedOutOn)}。`,
    next: '请核对还书日期。',
  }),
  later_event: (r) => ({
    text: `${at(r.at)} 这册书又有了新的记录（${itemStatusName(r.what)}）。`,
    next: '请先查看最新记录，再决定怎样办理。',
  }),
  scan_too_old: (r) => ({
    text: `这是 ${at(r.at)} 的离线扫码，已超过 ${r.mostDays} 天。`,
    next: '请核对后手工办理。',
  }),
  undo_too_late: (r) => ({
    text: `${at(r.at)} 之后已有别的变动，不能撤销了。`,
    next: '请改用还书或借出来更正。',
  }),
  line_not_found: () => ({ text: '没有找到这笔费用。', next: '请刷新后再看。' }),
  amount_too_high: (r) => ({
    text: `金额 ${yuan(r.amount)} 超过了未结的 ${yuan(r.open)}。`,
    next: '请核对金额。',
  }),
  not_in_library: (r) => ({
    text: `本馆没有编号为“${r.id}”的${OF_LIBRARY[r.what]}。`,
    next: '请重新选择，或先在设置中添加。',
  }),
  policy_not_found: () => ({ text: '没有找到这条规则。', next: '请刷新后再看。' }),
  policy_exists: () => ({ text: '这一格已经有一条规则。', next: '请直接修改原有的规则。' }),
  days_past: (r) => ({
    text: `${day(r.from)} 已经过去（今天是 ${day(r.today)}），不能再改。`,
    next: '请选择今天或以后的日期。',
  }),
  days_too_far: (r) => ({ text: `最多只能安排 ${r.most} 天以内的日期。`, next: '请选择近一些的日期。' }),
  closure_overlaps: (r) => ({
    text: `${day(r.from)} 到 ${day(r.to)} 已有闭馆安排：${r.why}。`,
    next: '请错开日期，或先撤销那次安排。',
  }),
  last_policy: () => ({ text: '适用于全部情况的规则不能删除。', next: '可以修改它的内容。' }),
  closure_not_found: () => ({ text: '没有找到这次闭馆安排。', next: '请刷新后再看。' }),
  closure_busy: () => ({ text: '这次闭馆安排正在处理中。', next: '请稍候片刻再试。' }),
  stocktake_not_found: () => ({ text: '没有找到这次盘点。', next: '请刷新后再看。' }),
  stocktake_finished: () => ({ text: '这次盘点已经结束。', next: '如需补盘请新建一次。' }),
  import_not_found: () => ({ text: '没有找到这次导入。', next: '请返回后重新打开。' }),
  import_ended: () => ({ text: '这次导入已经结束。', next: '请刷新后再看。' }),
  import_not_readable: () => ({ text: '这个文件读不出来。', next: '请返回重新选择文件。' }),
  confirm_again: (r) => ({
    text: r.pinSet ? '这项操作需要您再次确认身份。' : '这项操作需要办公密码，您还没有设置。',
    next: '请在工作台“我的安全”里设置或更换办公密码，再来办理。',
  }),
  pin_not_set: () => ({ text: '还没有设置办公密码。', next: '请在工作台“我的安全”里设置。' }),
  pin_set_already: () => ({ text: '办公密码已经设置过。', next: '更换时请先输入原来的密码。' }),
  pin_wrong: (r) => ({
    text: r.attemptsLeft > 0 ? `办公密码不对，还可以再试 ${r.attemptsLeft} 次。` : '办公密码不对。',
    next: '忘记了可请馆长在“馆员”里清除，再重新设置。',
  }),
  pin_locked: (r) => ({
    text: '办公密码连续输错，已暂时锁定。',
    next: `${at(r.retryAt)} 后可以再试。`,
  }),
  colleague_pin_needed: () => ({
    text: '停用同事的微信，需要这位同事的办公密码。',
    next: '本人不在场时，请主管或馆长办理。',
  }),
  phone_shut_out: (r) => ({
    text: `这台手机自 ${at(r.from)} 起已停用，之后的离线扫码不直接办理。`,
    next: '请核对书和读者，再手工办理。',
  }),
  conflict_not_found: () => ({ text: '没有找到这条待处理记录。', next: '它可能已由同事处理，请刷新。' }),
  staff_not_found: () => ({ text: '没有找到这位馆员。', next: '请核对后重试。' }),
  last_director: () => ({ text: '至少要保留一位馆长。', next: '请先为另一位同事开通“馆长”岗位。' }),
};

/** Over a limit, or simply in the way where the limit is nought. */
function overLimit(limit: number): string {
  return limit > 0 ? `超过 ${yuan(limit)} 不能借书和预约` : '付清前不能借书和预约';
}

/** What still stands open of an account, each with its number. */
function unsettled({
  loans,
  holds,
  owes,
  deposit,
  children,
}: Extract<Refusal, { code: 'account_not_settled' }>): string {
  const open = [
    loans > 0 ? `在借 ${loans} 册` : '',
    holds > 0 ? `预约 ${holds} 条` : '',
    owes > 0 ? `未付费用 ${yuan(owes)}` : '',
    owes < 0 ? `可退余额 ${yuan(-owes)}` : '',
    deposit !== 0 ? `押金 ${yuan(deposit)} 未退` : '',
    children > 0 ? `您还是 ${children} 个孩子的监护人` : '',
  ];
  return open.filter(Boolean).join('，');
}

/**
 * What a limit of a part covers. The library's own names of types and branches stand in its settings; the
 * numbers are what matters here.
 */
function partOf({ withinDays, shelf }: Extract<Refusal, { code: 'part_limit_reached' }>): string {
  const since = withinDays ? `${withinDays} 天内` : '';
  return `${since}${shelf ? `“${shelf}”的资料` : '这类资料'}`;
}

function itemStatusName(status: string): string {
  const names: Record<ItemStatus, string> = {
    available: '在架',
    on_loan: '已借出',
    on_hold_shelf: '在预约架',
    in_transit: '运送中',
    lost: '遗失',
    in_repair: '修补中',
    withdrawn: '已剔除',
  };
  return status in names ? names[status as ItemStatus] : '其他';
}

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
