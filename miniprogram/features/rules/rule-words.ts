import type {
  FineRule,
  FixedEndRule,
  LoanLimit,
  LossRule,
  NoShowRule,
  Period,
  RecallRule,
  RuleName,
  Rules,
  SuspensionRule,
} from '../../../typings/contract';
import {
  choice,
  money,
  nameIn,
  number,
  orNone,
  parts,
  period,
  yesNo,
  yuanText,
  type Words,
  type WordsFor,
} from './rule-kinds';
import { periodText, type Names, type RuleInput } from './rule-inputs';

const ONE_DAY: Period = { count: 1, unit: 'days' };
/** No loan is renewed so often. */
const ANY_NUMBER = 999;
const OF_LATENESS: Period['unit'][] = ['days', 'hours', 'minutes'];

const each = (span: Period): string =>
  span.count === 1 && span.unit !== 'months' ? periodText(span).slice('1 '.length) : ` ${periodText(span)}`;
const joined = (...texts: (string | false | undefined)[]): string => texts.filter(Boolean).join('，');

const limits: Words<LoanLimit[]> = {
  name: '分项上限',
  hint: '某几类资料、某个分馆或某个架位合计最多几册；也可限定多少天内借过几册。',
  start: [],
  inputs: [
    {
      kind: 'list',
      path: '',
      label: '分项上限',
      add: '添加一项上限',
      each: '上限',
      blank: { most: 4 },
      inputs: parts<LoanLimit>({
        most: { kind: 'number', label: '合计最多', unit: '册' },
        itemTypes: { kind: 'types', label: '哪些类型' },
        branchId: { kind: 'branch', label: '在哪个分馆借' },
        shelf: { kind: 'text', label: '哪个架位', none: '不限', start: '', absent: true },
        withinDays: {
          kind: 'number',
          label: '按多少天内借过的算',
          unit: '天',
          none: '只算现在借着的',
          start: 31,
          absent: true,
        },
      }),
    },
  ],
  say: (value, names) => value.map((limit) => limitText(limit, names)).join('；') || '无',
};

const holdsNotFrom: Words<string[]> = {
  name: '不从哪些分馆调书',
  hint: '在这里取书的预约，不从所选的分馆调书过来；书在取书馆还回时照样通知',
  start: [],
  inputs: [{ kind: 'branches', path: '', label: '不从哪些分馆调书', hint: '不选即各馆都可以调' }],
  say: (value, names) => value.map((id) => nameIn(names.branches, id)).join('、') || '各馆都可以调',
};

function limitText({ most, itemTypes = [], branchId, shelf, withinDays }: LoanLimit, names: Names): string {
  const scope = [
    itemTypes.map((id) => nameIn(names.itemTypes, id)).join('、'),
    branchId === undefined ? '' : nameIn(names.branches, branchId),
    shelf ?? '',
    withinDays === undefined ? '' : `${withinDays} 天内借过的`,
  ].filter(Boolean);
  return `${scope.join(' · ') || '全部'}最多 ${most} 册`;
}

const fine: Words<FineRule> = {
  name: '滞纳金',
  hint: '逾期每一段时间加收一次，不满一段按一段算，也可以只算满的；宽限期内还回不收，超过宽限期从头算起。',
  start: {
    amount: 10,
    per: ONE_DAY,
    grace: null,
    graceWhenRecalled: false,
    amountWhenRecalled: null,
    cap: 1000,
    capAtPrice: true,
    closedDaysFree: true,
    amnesties: [],
  },
  inputs: parts<FineRule>({
    amount: { kind: 'yuan', label: '每次加收' },
    per: { kind: 'period', label: '每隔', units: OF_LATENESS },
    fullSpansOnly: { kind: 'switch', label: '不满一段不收' },
    steps: {
      kind: 'list',
      label: '阶梯',
      add: '添加一级阶梯',
      each: '阶梯',
      blank: { after: 30, amount: 20 },
      inputs: parts<NonNullable<FineRule['steps']>[number]>({
        after: { kind: 'number', label: '超过多少次之后', unit: '次' },
        amount: { kind: 'yuan', label: '每次改收' },
      }),
    },
    cap: { kind: 'yuan', label: '每册最多', none: '不封顶', start: 1000 },
    capWhenRecalled: { kind: 'yuan', label: '被召回的书最多', none: '同上', start: 2000, absent: true },
    capAtPrice: { kind: 'switch', label: '不超过书价' },
    unknownPrice: { kind: 'yuan', label: '书价不明的按', none: '不按书价封顶', start: 3000, absent: true },
    closedDaysFree: { kind: 'switch', label: '闭馆日不计' },
    closedHoursFree: { kind: 'switch', label: '按小时借的，闭馆时间不计' },
    grace: { kind: 'period', label: '宽限期', units: OF_LATENESS, none: '没有宽限', start: ONE_DAY },
    graceWhenRecalled: { kind: 'switch', label: '被召回的书也有宽限' },
    amountWhenRecalled: { kind: 'yuan', label: '被召回的书每次', none: '同上', start: 50 },
    amnesties: {
      kind: 'list',
      label: '免收日期',
      add: '添加一段免收日期',
      each: '免收日期',
      blank: { from: '04-01', to: '04-30', why: '读书月' },
      inputs: parts<FineRule['amnesties'][number]>({
        from: {
          kind: 'text',
          label: '第一天',
          placeholder: '04-01',
          hint: '“04-01”每年都有，“2026-04-01”只此一次',
        },
        to: { kind: 'text', label: '最后一天', placeholder: '04-30' },
        why: { kind: 'text', label: '事由', placeholder: '读书月' },
      }),
    },
  }),
  say: (value) => {
    const { cap, grace, steps = [] } = value;
    return joined(
      `每${each(value.per)} ${yuanText(value.amount)}`,
      value.fullSpansOnly && '不满一段不收',
      ...steps.map(({ after, amount }) => `超过 ${after} 次后每次 ${yuanText(amount)}`),
      cap === null ? '不封顶' : `每册最多 ${yuanText(cap)}`,
      value.capWhenRecalled !== undefined && `召回后最多 ${yuanText(value.capWhenRecalled)}`,
      value.capAtPrice && '不超过书价',
      value.capAtPrice && value.unknownPrice !== undefined && `书价不明按 ${yuanText(value.unknownPrice)}`,
      value.closedDaysFree && '闭馆日不计',
      value.closedHoursFree && '闭馆时间不计',
      grace !== null && `宽限 ${periodText(grace)}`,
      value.amountWhenRecalled !== null && `召回后 ${yuanText(value.amountWhenRecalled)}`,
      ...value.amnesties.map(({ from, to }) => `${from} 至 ${to} 免收`),
    );
  },
};

const suspension: Words<SuspensionRule> = {
  name: '逾期停借',
  hint: '不收钱，改为停借若干天。',
  start: { daysPerDay: 1, graceDays: 0, most: null },
  inputs: parts<SuspensionRule>({
    daysPerDay: { kind: 'number', label: '每逾期一天停借', unit: '天' },
    perDays: {
      kind: 'number',
      label: '改按每逾期多少整天',
      unit: '天',
      none: '每天都算',
      start: 7,
      absent: true,
    },
    graceDays: { kind: 'number', label: '逾期多少天内不停', unit: '天' },
    most: { kind: 'number', label: '最多停借', unit: '天', none: '不封顶', start: 90 },
    sideBySide: { kind: 'switch', label: '几册同时算，不累加' },
    openDays: { kind: 'switch', label: '只数开馆日' },
  }),
  say: ({ daysPerDay, perDays = 1, graceDays, most, openDays }) =>
    joined(
      `每逾期 ${perDays} 天停 ${daysPerDay} ${openDays ? '个开馆日' : '天'}`,
      graceDays > 0 && `${graceDays} 天内不停`,
      most !== null && `最多 ${most} 天`,
    ),
};

const fixedEnd: Words<FixedEndRule> = {
  name: '固定到期日',
  hint: '学期末等：借出后遇到的第一个日期，最晚到这天为止，或一律到这天。只管按天、按月借的。',
  start: { days: ['01-15', '07-10'], exactly: false },
  inputs: parts<FixedEndRule>({
    days: {
      kind: 'list',
      label: '到期日',
      add: '添加一个到期日',
      each: '到期日',
      blank: '07-10',
      inputs: [
        {
          kind: 'text',
          path: '',
          label: '日期',
          placeholder: '07-10',
          hint: '“07-10”每年都有，“2027-07-10”只此一次',
        },
      ],
    },
    exactly: { kind: 'switch', label: '一律到这天，不论借期' },
  }),
  say: ({ days, exactly }) => `${exactly ? '一律到' : '最晚到'} ${days.join('、')}`,
};

const noShow: Words<NoShowRule> = {
  name: '预约不取',
  hint: '到书不取达到次数后，暂停借阅和预约，或只停预约。',
  start: { count: 3, inARow: true, withinDays: null, blockDays: 5 },
  inputs: parts<NoShowRule>({
    count: { kind: 'number', label: '不取', unit: '次' },
    inARow: { kind: 'switch', label: '连续才算，取过一次重新计' },
    withinDays: { kind: 'number', label: '多少天之内', unit: '天', none: '不限时间', start: 180 },
    blockDays: { kind: 'number', label: '停借', unit: '天' },
    onlyHolds: { kind: 'switch', label: '只停预约，借书不停' },
  }),
  say: ({ count, inARow, withinDays, blockDays, onlyHolds }) =>
    joined(
      `${withinDays === null ? '' : `${withinDays} 天内`}${inARow ? '连续' : ''} ${count} 次不取`,
      `停${onlyHolds ? '预约' : ''} ${blockDays} 天`,
    ),
};

const loss: Words<LossRule> = {
  name: '遗失赔偿',
  hint: '按书价的倍数，书价不明时按定额。',
  start: { timesPrice: 1, withoutPrice: 0, processing: 0, refundDays: 90, withLateFine: true },
  inputs: parts<LossRule>({
    timesPrice: { kind: 'number', label: '书价的', unit: '倍', decimals: true },
    withoutPrice: { kind: 'yuan', label: '书价不明时' },
    processing: { kind: 'yuan', label: '另收加工费' },
    refundDays: { kind: 'number', label: '找回退款期', unit: '天', none: '不退', start: 90 },
    withLateFine: { kind: 'switch', label: '已逾期的另收滞纳金' },
  }),
  say: ({ timesPrice, withoutPrice, processing, refundDays, withLateFine }) =>
    joined(
      `书价 ${timesPrice} 倍`,
      withoutPrice > 0 && `不明时 ${yuanText(withoutPrice)}`,
      processing > 0 && `加工费 ${yuanText(processing)}`,
      refundDays === null ? '找回不退' : `${refundDays} 天内找回退书价`,
      !withLateFine && '不另收滞纳金',
    ),
};

const recall: Words<RecallRule> = {
  name: '召回',
  hint: '有读者急需时请借书人提前还；借书人至少保有这些天。',
  start: { guaranteedDays: 14, noticeDays: 7 },
  inputs: parts<RecallRule>({
    guaranteedDays: { kind: 'number', label: '从借出起至少保有', unit: '天' },
    noticeDays: { kind: 'number', label: '从通知起至少还有', unit: '天' },
  }),
  say: ({ guaranteedDays, noticeDays }) => `至少保有 ${guaranteedDays} 天，通知后还有 ${noticeDays} 天`,
};

/**
 * In the order in which one thinks about them. A rule of the contract without words does not compile, nor one
 * of no contract.
 */
const words: { [F in RuleName]: WordsFor<Rules[F]> } = {
  lendable: yesNo('可以借', '这类读者能不能借这类资料', '可以借', '不能借'),
  loanPeriod: period('借期', '从借出当天起算'),
  dueDateMode: choice('到期日遇闭馆', '借期的最后一天碰上闭馆怎么办', 'plain', {
    plain: '按天数，闭馆也算到期',
    next_open_day: '遇闭馆顺延到下一开馆日',
    previous_open_day: '遇闭馆提前到上一开馆日',
    same_weekday: '遇闭馆按整周顺延，星期不变',
    open_days_only: '只数开馆日',
  }),
  fixedEnd: orNone('不设固定到期日', fixedEnd),
  endsAtClosing: yesNo('按小时借的闭馆前归还', '借几小时的，最晚到闭馆时间', '闭馆前归还', '可跨闭馆'),
  endsAtOpening: yesNo('按小时借的延到开馆', '到期落在闭馆时间的，改为下次开馆时', '延到下次开馆', '不延'),
  capAtCardExpiry: yesNo('不超过证件有效期', '证件到期，借期也到期', '不超过', '可超过'),
  loanLimit: orNone('不限', number('同时最多借', '册', '这位读者手上的全部借阅', 20)),
  loanLimitCounts: choice('上限算哪些', '“同时最多借”和“馆内阅览同时最多”数哪些书', 'branch', {
    all: '手上的全部',
    branch: '只算在这个分馆借的',
    type: '只算这类资料',
    branch_and_type: '只算在这个分馆借的这类资料',
  }),
  limits,
  loansAndHoldsLimit: orNone('不限', number('借阅加预约最多', '册', '借着的和预约着的合计', 30)),
  onSiteCounts: yesNo('馆内阅览计入上限', '在阅览室用的书是否占用可借册数', '计入', '不计入'),
  onSiteLimit: orNone('不限', number('馆内阅览同时最多', '册', '只算在馆内用的书', 3)),
  overflowPeriod: orNone('借满即止', period('借满后仍可短借', '到了上限还可以借，但只借这么久', 1)),
  chosenDueDays: orNone(
    '不限',
    number('自定到期日最晚', '天', '馆员手选的到期日，从当天算起最多这么多天', 180),
  ),
  checksAge: yesNo('检查适读年龄', '按书上标注的最低年龄', '检查', '不检查'),

  renewalLimit: {
    ...number('可续次数', '次', '0 次即不能续借，999 次即不限次数'),
    say: (times) => (times >= ANY_NUMBER ? '不限次数' : `${times} 次`),
  },
  onlineRenewalLimit: orNone(
    '不另限',
    number('其中网上自助续', '次', '其余的到服务台续；0 次即只能到服务台续', 1),
  ),
  renewalPeriod: orNone('与借期相同', period('每次续', '续借一次延长多久')),
  renewalBase: choice('续期起点', '新的借期从哪天算', 'due', {
    due: '从原到期日起算',
    today: '从续借当天起算',
    due_or_today: '从原到期日起算，已逾期的从当天起算',
  }),
  autoRenewDays: orNone(
    '不自动续借',
    number('到期前几天自动续借', '天', '每天早上由系统续，同样受续借的各项规则；续了会通知读者', 1),
  ),
  longestLoanDays: orNone('不限', number('连同续借最长', '天', '从借出那天算起，续到这一天为止', 90)),
  renewalWindowDays: orNone('随时可续', number('到期前多少天起可续', '天', '太早不能续', 7)),
  renewalClosesDays: orNone('到期当天也可续', number('到期前多少天起不能续', '天', '临近到期不能再续')),
  renewalWhenOverdue: choice('有逾期时', '逾期后还能不能续', 'allowed', {
    allowed: '照常可续',
    not_this: '逾期的这册不能续',
    none: '有一册逾期，全都不能续',
  }),
  renewalWhenExpired: yesNo('证件过期仍可续', '证件已过有效期', '可以续', '不能续'),
  renewalWhenBlocked: yesNo('停借期间仍可续', '被停借或限制借阅时', '可以续', '不能续'),
  renewalWhenOwing: yesNo('欠费仍可续', '欠费超过上限时', '可以续', '不能续'),
  renewalDebtLimit: orNone('同借书的欠费上限', money('续借的欠费上限', '超过即不能续', 1000)),
  renewalWhenHeld: choice('有人预约时', '别的读者在等这本书', 'never', {
    never: '有人预约就不能续',
    other_copies: '另有空闲复本够分时可续',
  }),
  bookedAhead: choice('约定以后取的', '有读者约定从某天起要这一册，又没有别的复本', 'cut', {
    ignored: '不影响外借和续借',
    cut: '借到、续到那天之前',
    refused: '会过那天的，不借也不续',
  }),

  holdLimit: orNone('不限', number('同时最多预约', '本', '0 即不能预约', 5)),
  holdsPerDay: orNone('不限', number('每天最多预约', '本', '当天新增的预约', 3)),
  holdsPerTitle: number('同一种书最多预约', '个', '大于 1 时须指定复本'),
  holdsOnShelf: choice('在架的书', '架上还有时能不能预约', 'always', {
    always: '随时可预约',
    any_out: '有一册借出才可预约',
    all_out: '全部借出才可预约',
  }),
  copyHolds: yesNo('可指定某一册', '预约时挑定一册', '可以', '不可以'),
  holdShortestDays: number('至少等', '天', '读者填的截止日期，从开始那天算起至少隔这么多天', 0),
  holdLongestDays: orNone('一直等', number('最多等', '天', '到期还没有等到就取消', 90)),
  holdLookAheadDays: number('提前备书', '天', '约定以后取的，提前多少天开始备', 0),
  holdsNotFrom,
  holdOverdueLimit: orNone('不影响', number('逾期几册不能预约', '册', '只算取书分馆借的')),
  holdWhenBlocked: yesNo('停借期间仍可预约', '被停借或限制借阅时', '可以预约', '不能预约'),
  holdDebtLimit: orNone('同借书的欠费上限', money('预约的欠费上限', '超过即不能预约', 1000)),
  holdShelfDays: number('预约架保留', '天', '到书后为读者留多久，按下一项数', 3),
  holdShelfCounts: choice('预约架怎样数', '保留的天数', 'open_days', {
    open_days: '只数开馆日',
    calendar_days: '按日历数，遇闭馆顺延',
  }),
  noShow: orNone('不处理', noShow),
  noShowFee: money('预约不取收费', '每次到书不取收多少，0 元即不收；到书通知里写明', 100),

  fine: orNone('不收滞纳金', fine),
  suspension: orNone('不停借', suspension),
  overdueLimit: orNone('不停借', number('逾期几册停借', '册', '达到即不能再借')),
  debtLimit: orNone('不停借', money('欠费停借', '欠费超过这个数不能借；预约另有上限的按预约的', 1000)),
  creditCounts: yesNo('余额抵欠费', '账户里的余额先抵欠费再比', '抵', '不抵'),
  childrenDebtLimit: orNone('不影响', money('孩子欠费上限', '名下孩子合计欠费超过，家长不能借', 1000)),
  deposit: money('押金', '办证时须有的押金，0 元即免押金'),

  loss,
  recall: orNone('不召回', recall),
  transferable: yesNo('读者间转借', '读者当面转借给另一位', '可以', '不可以'),
};

/** The words of any rule, whatever its value is. */
interface RuleWords {
  name: string;
  hint: string;
  none?: string;
  start: unknown;
  inputs: RuleInput[];
  say(value: unknown, names: Names): string;
}

const byName: Readonly<Record<string, RuleWords>> = words;

interface RuleGroup {
  id: string;
  name: string;
  rules: { rule: string; name: string }[];
}

/** Every rule of the library. */
export const allRules = Object.entries(byName).map(([rule, { name }]) => ({ rule, name }));

/** Each begins with the rule that is named and ends where the next one begins. */
const GROUPS: [id: string, name: string, first: RuleName][] = [
  ['loan', '借出', 'lendable'],
  ['renewal', '续借', 'renewalLimit'],
  ['hold', '预约', 'holdLimit'],
  ['late', '逾期与欠费', 'fine'],
  ['loss', '遗失、召回与转借', 'loss'],
];

const placeOf = (wanted: RuleName): number => allRules.findIndex(({ rule }) => rule === wanted);

export const ruleGroups = GROUPS.map(([id, name, first], n): RuleGroup => {
  const next = GROUPS[n + 1];
  return { id, name, rules: allRules.slice(placeOf(first), next && placeOf(next[2])) };
});

export function wordsOf(rule: string): RuleWords | undefined {
  return byName[rule];
}

/** A rule's value as a sentence; a rule that this version does not know is shown as it is. */
export function sayRule(rule: string, value: unknown, names: Names): string {
  const known = wordsOf(rule);
  if (!known) return JSON.stringify(value);
  return value === null ? (known.none ?? '无') : known.say(value, names);
}
