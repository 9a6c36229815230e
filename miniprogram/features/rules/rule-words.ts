import { at, type Names, type Option, type RuleInput } from './rule-inputs';

/** A rule in the words of the people who decide it. */
export interface RuleWords {
  rule: string;
  name: string;
  /** What it means, for somebody who meets it for the first time. */
  hint: string;
  /** The word for "none at all", where the whole rule may be left out by null. */
  none?: string;
  /** What stands there when it is first given. */
  start: unknown;
  inputs: RuleInput[];
  say(value: unknown, names: Names): string;
}

export interface RuleGroup {
  id: string;
  name: string;
  rules: RuleWords[];
}

const DUE_DATE_MODES: Option[] = [
  { id: 'plain', name: '按天数，闭馆也算到期' },
  { id: 'next_open_day', name: '遇闭馆顺延到下一开馆日' },
  { id: 'previous_open_day', name: '遇闭馆提前到上一开馆日' },
  { id: 'same_weekday', name: '遇闭馆按整周顺延，星期不变' },
  { id: 'open_days_only', name: '只数开馆日' },
];
const ON_SHELF: Option[] = [
  { id: 'always', name: '随时可预约' },
  { id: 'any_out', name: '有一册借出才可预约' },
  { id: 'all_out', name: '全部借出才可预约' },
];
const WHEN_OVERDUE: Option[] = [
  { id: 'allowed', name: '照常可续' },
  { id: 'not_this', name: '逾期的这册不能续' },
  { id: 'none', name: '有一册逾期，全都不能续' },
];
const WHEN_HELD: Option[] = [
  { id: 'never', name: '有人预约就不能续' },
  { id: 'other_copies', name: '另有空闲复本够分时可续' },
];
const BASES: Option[] = [
  { id: 'due', name: '从原到期日起算' },
  { id: 'today', name: '从续借当天起算' },
];

const ONE_DAY = { count: 1, unit: 'days' };

export const yuanText = (fen: unknown): string => `${Number(fen) / 100} 元`;
const periodText = (value: unknown): string =>
  `${String(at(value, 'count'))} ${at(value, 'unit') === 'hours' ? '小时' : '天'}`;
const each = (value: unknown): string =>
  at(value, 'count') === 1 ? (at(value, 'unit') === 'hours' ? '小时' : '天') : ` ${periodText(value)}`;
const nameIn = (options: Option[], id: unknown): string =>
  options.find((option) => option.id === id)?.name ?? String(id);
const joined = (...parts: (string | false)[]): string => parts.filter(Boolean).join('，');
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const number = (
  rule: string,
  name: string,
  unit: string,
  hint: string,
  { none, start = 1 }: { none?: string; start?: number } = {},
): RuleWords => ({
  rule,
  name,
  hint,
  none,
  start,
  inputs: [{ kind: 'number', path: '', label: name, unit }],
  say: (value) => `${String(value)} ${unit}`,
});

const money = (rule: string, name: string, hint: string, none?: string, start = 0): RuleWords => ({
  rule,
  name,
  hint,
  none,
  start,
  inputs: [{ kind: 'yuan', path: '', label: name }],
  say: yuanText,
});

const period = (rule: string, name: string, hint: string, none?: string, count = 30): RuleWords => ({
  rule,
  name,
  hint,
  none,
  start: { count, unit: 'days' },
  inputs: [{ kind: 'period', path: '', label: name }],
  say: periodText,
});

const yesNo = (rule: string, name: string, hint: string, yes = '是', no = '否'): RuleWords => ({
  rule,
  name,
  hint,
  start: true,
  inputs: [{ kind: 'switch', path: '', label: name }],
  say: (value) => (value === true ? yes : no),
});

const choice = (rule: string, name: string, hint: string, options: Option[]): RuleWords => ({
  rule,
  name,
  hint,
  start: options[0]?.id,
  inputs: [{ kind: 'choice', path: '', label: name, options }],
  say: (value) => nameIn(options, value),
});

const limits: RuleWords = {
  rule: 'limits',
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
      inputs: [
        { kind: 'number', path: 'most', label: '合计最多', unit: '册' },
        { kind: 'types', path: 'itemTypes', label: '哪些类型' },
        { kind: 'branch', path: 'branchId', label: '在哪个分馆借' },
        { kind: 'text', path: 'shelf', label: '哪个架位', none: '不限', start: '', absent: true },
        {
          kind: 'number',
          path: 'withinDays',
          label: '按多少天内借过的算',
          unit: '天',
          none: '只算现在借着的',
          start: 31,
          absent: true,
        },
      ],
    },
  ],
  say: (value, names) =>
    listed(value)
      .map((limit) => limitText(limit, names))
      .join('；') || '无',
};

function limitText(limit: unknown, names: Names): string {
  const types = listed(at(limit, 'itemTypes')).map((id) => nameIn(names.itemTypes, id));
  const where = at(limit, 'branchId');
  const shelf = at(limit, 'shelf');
  const within = at(limit, 'withinDays');
  const scope = [
    types.join('、'),
    typeof where === 'string' ? nameIn(names.branches, where) : '',
    typeof shelf === 'string' ? shelf : '',
    typeof within === 'number' ? `${within} 天内借过的` : '',
  ].filter(Boolean);
  return `${scope.join(' · ') || '全部'}最多 ${String(at(limit, 'most'))} 册`;
}

const fine: RuleWords = {
  rule: 'fine',
  name: '滞纳金',
  hint: '逾期每一段时间加收一次，不满一段按一段算，也可以只算满的；宽限期内还回不收，超过宽限期从头算起。',
  none: '不收滞纳金',
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
  inputs: [
    { kind: 'yuan', path: 'amount', label: '每次加收' },
    { kind: 'period', path: 'per', label: '每隔' },
    { kind: 'switch', path: 'fullSpansOnly', label: '不满一段不收' },
    {
      kind: 'list',
      path: 'steps',
      label: '阶梯',
      add: '添加一级阶梯',
      each: '阶梯',
      blank: { after: 30, amount: 20 },
      inputs: [
        { kind: 'number', path: 'after', label: '超过多少次之后', unit: '次' },
        { kind: 'yuan', path: 'amount', label: '每次改收' },
      ],
    },
    { kind: 'yuan', path: 'cap', label: '每册最多', none: '不封顶', start: 1000 },
    { kind: 'switch', path: 'capAtPrice', label: '不超过书价' },
    { kind: 'switch', path: 'closedDaysFree', label: '闭馆日不计' },
    { kind: 'period', path: 'grace', label: '宽限期', none: '没有宽限', start: ONE_DAY },
    { kind: 'switch', path: 'graceWhenRecalled', label: '被召回的书也有宽限' },
    { kind: 'yuan', path: 'amountWhenRecalled', label: '被召回的书每次', none: '同上', start: 50 },
    {
      kind: 'list',
      path: 'amnesties',
      label: '免收日期',
      add: '添加一段免收日期',
      each: '免收日期',
      blank: { from: '04-01', to: '04-30', why: '读书月' },
      inputs: [
        {
          kind: 'text',
          path: 'from',
          label: '第一天',
          placeholder: '04-01',
          hint: '“04-01”每年都有，“2026-04-01”只此一次',
        },
        { kind: 'text', path: 'to', label: '最后一天', placeholder: '04-30' },
        { kind: 'text', path: 'why', label: '事由', placeholder: '读书月' },
      ],
    },
  ],
  say: (value) => {
    const cap = at(value, 'cap');
    const recalled = at(value, 'amountWhenRecalled');
    const grace = at(value, 'grace');
    const free = listed(at(value, 'amnesties')).map(
      (span) => `${String(at(span, 'from'))} 至 ${String(at(span, 'to'))} 免收`,
    );
    return joined(
      `每${each(at(value, 'per'))} ${yuanText(at(value, 'amount'))}`,
      at(value, 'fullSpansOnly') === true && '不满一段不收',
      ...listed(at(value, 'steps')).map(
        (step) => `超过 ${String(at(step, 'after'))} 次后每次 ${yuanText(at(step, 'amount'))}`,
      ),
      cap === null ? '不封顶' : `每册最多 ${yuanText(cap)}`,
      at(value, 'capAtPrice') === true && '不超过书价',
      at(value, 'closedDaysFree') === true && '闭馆日不计',
      grace !== null && `宽限 ${periodText(grace)}`,
      recalled !== null && `召回后 ${yuanText(recalled)}`,
      ...free,
    );
  },
};

const suspension: RuleWords = {
  rule: 'suspension',
  name: '逾期停借',
  hint: '不收钱，改为停借若干天。',
  none: '不停借',
  start: { daysPerDay: 1, graceDays: 0, most: null },
  inputs: [
    { kind: 'number', path: 'daysPerDay', label: '每逾期一天停借', unit: '天' },
    { kind: 'number', path: 'graceDays', label: '逾期多少天内不停', unit: '天' },
    { kind: 'number', path: 'most', label: '最多停借', unit: '天', none: '不封顶', start: 90 },
    { kind: 'switch', path: 'sideBySide', label: '几册同时算，不累加' },
  ],
  say: (value) => {
    const most = at(value, 'most');
    const grace = at(value, 'graceDays');
    return joined(
      `每逾期 1 天停 ${String(at(value, 'daysPerDay'))} 天`,
      Number(grace) > 0 && `${String(grace)} 天内不停`,
      most !== null && `最多 ${String(most)} 天`,
    );
  },
};

const noShow: RuleWords = {
  rule: 'noShow',
  name: '预约不取',
  hint: '到书不取达到次数后，暂停借阅和预约。',
  none: '不处理',
  start: { count: 3, inARow: true, withinDays: null, blockDays: 5 },
  inputs: [
    { kind: 'number', path: 'count', label: '不取', unit: '次' },
    { kind: 'switch', path: 'inARow', label: '连续才算，取过一次重新计' },
    { kind: 'number', path: 'withinDays', label: '多少天之内', unit: '天', none: '不限时间', start: 180 },
    { kind: 'number', path: 'blockDays', label: '停借', unit: '天' },
  ],
  say: (value) => {
    const within = at(value, 'withinDays');
    return joined(
      `${within === null ? '' : `${String(within)} 天内`}${at(value, 'inARow') === true ? '连续' : ''} ${String(at(value, 'count'))} 次不取`,
      `停 ${String(at(value, 'blockDays'))} 天`,
    );
  },
};

const loss: RuleWords = {
  rule: 'loss',
  name: '遗失赔偿',
  hint: '按书价的倍数，书价不明时按定额。',
  start: { timesPrice: 1, withoutPrice: 0, processing: 0, refundDays: 90, withLateFine: true },
  inputs: [
    { kind: 'number', path: 'timesPrice', label: '书价的', unit: '倍', decimals: true },
    { kind: 'yuan', path: 'withoutPrice', label: '书价不明时' },
    { kind: 'yuan', path: 'processing', label: '另收加工费' },
    { kind: 'number', path: 'refundDays', label: '找回退款期', unit: '天', none: '不退', start: 90 },
    { kind: 'switch', path: 'withLateFine', label: '已逾期的另收滞纳金' },
  ],
  say: (value) => {
    const refund = at(value, 'refundDays');
    return joined(
      `书价 ${String(at(value, 'timesPrice'))} 倍`,
      Number(at(value, 'withoutPrice')) > 0 && `不明时 ${yuanText(at(value, 'withoutPrice'))}`,
      Number(at(value, 'processing')) > 0 && `加工费 ${yuanText(at(value, 'processing'))}`,
      refund === null ? '找回不退' : `${String(refund)} 天内找回退书价`,
      at(value, 'withLateFine') === false && '不另收滞纳金',
    );
  },
};

const recall: RuleWords = {
  rule: 'recall',
  name: '召回',
  hint: '有读者急需时请借书人提前还；借书人至少保有这些天。',
  none: '不召回',
  start: { guaranteedDays: 14, noticeDays: 7 },
  inputs: [
    { kind: 'number', path: 'guaranteedDays', label: '从借出起至少保有', unit: '天' },
    { kind: 'number', path: 'noticeDays', label: '从通知起至少还有', unit: '天' },
  ],
  say: (value) =>
    `至少保有 ${String(at(value, 'guaranteedDays'))} 天，通知后还有 ${String(at(value, 'noticeDays'))} 天`,
};

/** Every rule of the library, in the order in which one thinks about them. */
export const ruleGroups: RuleGroup[] = [
  {
    id: 'loan',
    name: '借出',
    rules: [
      yesNo('lendable', '可以借', '这类读者能不能借这类资料', '可以借', '不能借'),
      period('loanPeriod', '借期', '从借出当天起算'),
      choice('dueDateMode', '到期日遇闭馆', '借期的最后一天碰上闭馆怎么办', DUE_DATE_MODES),
      yesNo('endsAtClosing', '按小时借的闭馆前归还', '借几小时的，最晚到闭馆时间', '闭馆前归还', '可跨闭馆'),
      yesNo(
        'endsAtOpening',
        '按小时借的延到开馆',
        '到期落在闭馆时间的，改为下次开馆时',
        '延到下次开馆',
        '不延',
      ),
      yesNo('capAtCardExpiry', '不超过证件有效期', '证件到期，借期也到期', '不超过', '可超过'),
      number('loanLimit', '同时最多借', '册', '这位读者手上的全部借阅', { none: '不限', start: 20 }),
      limits,
      number('loansAndHoldsLimit', '借阅加预约最多', '册', '借着的和预约着的合计', {
        none: '不限',
        start: 30,
      }),
      yesNo('onSiteCounts', '馆内阅览计入上限', '在阅览室用的书是否占用可借册数', '计入', '不计入'),
      number('onSiteLimit', '馆内阅览同时最多', '册', '只算在馆内用的书', { none: '不限', start: 3 }),
      period('overflowPeriod', '借满后仍可短借', '到了上限还可以借，但只借这么久', '借满即止', 1),
      yesNo('checksAge', '检查适读年龄', '按书上标注的最低年龄', '检查', '不检查'),
    ],
  },
  {
    id: 'renewal',
    name: '续借',
    rules: [
      number('renewalLimit', '可续次数', '次', '0 次即不能续借', { start: 1 }),
      period('renewalPeriod', '每次续', '续借一次延长多久'),
      choice('renewalBase', '续期起点', '新的借期从哪天算', BASES),
      number('renewalWindowDays', '到期前多少天起可续', '天', '太早不能续', { none: '随时可续', start: 7 }),
      number('renewalClosesDays', '到期前多少天起不能续', '天', '临近到期不能再续', {
        none: '到期当天也可续',
        start: 1,
      }),
      choice('renewalWhenOverdue', '有逾期时', '逾期后还能不能续', WHEN_OVERDUE),
      yesNo('renewalWhenExpired', '证件过期仍可续', '证件已过有效期', '可以续', '不能续'),
      yesNo('renewalWhenBlocked', '停借期间仍可续', '被停借或限制借阅时', '可以续', '不能续'),
      yesNo('renewalWhenOwing', '欠费仍可续', '欠费超过上限时', '可以续', '不能续'),
      money('renewalDebtLimit', '续借的欠费上限', '超过即不能续', '同借书的欠费上限', 1000),
      choice('renewalWhenHeld', '有人预约时', '别的读者在等这本书', WHEN_HELD),
    ],
  },
  {
    id: 'hold',
    name: '预约',
    rules: [
      number('holdLimit', '同时最多预约', '本', '0 即不能预约', { none: '不限', start: 5 }),
      number('holdsPerDay', '每天最多预约', '本', '当天新增的预约', { none: '不限', start: 3 }),
      number('holdsPerTitle', '同一种书最多预约', '个', '大于 1 时须指定复本', { start: 1 }),
      choice('holdsOnShelf', '在架的书', '架上还有时能不能预约', ON_SHELF),
      yesNo('copyHolds', '可指定某一册', '预约时挑定一册', '可以', '不可以'),
      number('holdLongestDays', '最多等', '天', '到期还没有等到就取消', { none: '一直等', start: 90 }),
      number('holdLookAheadDays', '提前备书', '天', '约定以后取的，提前多少天开始备', { start: 0 }),
      number('holdOverdueLimit', '逾期几册不能预约', '册', '只算取书分馆借的', { none: '不影响', start: 1 }),
      number('holdShelfDays', '预约架保留', '个开馆日', '到书后为读者留多久', { start: 3 }),
      noShow,
    ],
  },
  {
    id: 'late',
    name: '逾期与欠费',
    rules: [
      fine,
      suspension,
      number('overdueLimit', '逾期几册停借', '册', '达到即不能再借', { none: '不停借', start: 1 }),
      money('debtLimit', '欠费停借', '欠费超过这个数不能借、不能预约', '不停借', 1000),
      yesNo('creditCounts', '余额抵欠费', '账户里的余额先抵欠费再比', '抵', '不抵'),
      money('childrenDebtLimit', '孩子欠费上限', '名下孩子合计欠费超过，家长不能借', '不影响', 1000),
      money('deposit', '押金', '办证时须有的押金，0 元即免押金'),
    ],
  },
  {
    id: 'loss',
    name: '遗失、召回与转借',
    rules: [loss, recall, yesNo('transferable', '读者间转借', '读者当面转借给另一位', '可以', '不可以')],
  },
];

export const allRules: RuleWords[] = ruleGroups.flatMap((group) => group.rules);

export function wordsOf(rule: string): RuleWords | undefined {
  return allRules.find((words) => words.rule === rule);
}

/** A rule's value as a sentence; a rule that this version does not know is shown as it is. */
export function sayRule(rule: string, value: unknown, names: Names): string {
  const words = wordsOf(rule);
  if (!words) return JSON.stringify(value);
  return value === null ? (words.none ?? '无') : words.say(value, names);
}
