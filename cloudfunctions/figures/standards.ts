import type { Indicator } from '../../typings/contract/figures';

/** What indicators are made of. A year is the last twelve months that are over. */
interface LibraryFacts {
  loans: number;
  attendances: number;
  /** Copies and titles now; of the titles those that were never lent. */
  items: number;
  titles: number;
  neverLent: number;
  /** Cards in use, and how many of them borrowed within the year. */
  cards: number;
  borrowers: number;
  /** Of late: days until a hold was ready, seconds until a librarian took a question. */
  waits: readonly number[];
  answers: readonly number[];
}

/** The middle one; of an even number the mean of both. */
export function median(list: readonly number[]): number | null {
  if (list.length === 0) return null;
  const sorted = [...list].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const over = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/**
 * Indicators as ISO 11620 and ISO 2789 (GB/T 13191) name them, each with what was put in. Their clauses are
 * not cited: the standards were not at hand.
 */
export const standardIndicators = (of: LibraryFacts): Indicator[] => [
  {
    name: '馆藏周转率',
    standard: 'ISO 11620：外借 ÷ 馆藏',
    formula: `近 12 个月外借 ${of.loans} 册次 ÷ 现有 ${of.items} 册`,
    value: over(of.loans, of.items),
    unit: '次',
  },
  {
    name: '从未借出的书目',
    standard: 'ISO 11620：未被利用的馆藏所占比例（按种）',
    formula: `从未借出 ${of.neverLent} 种 ÷ 有复本的 ${of.titles} 种`,
    value: over(of.neverLent, of.titles),
    unit: '比例',
  },
  {
    name: '活跃读者',
    standard: 'ISO 2789 / GB/T 13191：一年内借过书的读者',
    formula: `近 12 个月借过书 ${of.borrowers} 人 ÷ 在用读者证 ${of.cards} 张`,
    value: over(of.borrowers, of.cards),
    unit: '比例',
  },
  {
    name: '每位活跃读者借书',
    standard: 'ISO 11620：人均外借（以活跃读者计）',
    formula: `外借 ${of.loans} 册次 ÷ 活跃读者 ${of.borrowers} 人`,
    value: over(of.loans, of.borrowers),
    unit: '册次',
  },
  {
    name: '每证参加活动',
    standard: 'ISO 11620：人均活动参加人次（以读者证计）',
    formula: `到场 ${of.attendances} 人次 ÷ 在用读者证 ${of.cards} 张`,
    value: over(of.attendances, of.cards),
    unit: '人次',
  },
  {
    name: '预约等待',
    standard: 'ISO 11620：预约到书所需时间，中位数',
    formula: `最近 ${of.waits.length} 个预约从下单到可取的天数，取中位`,
    value: median(of.waits),
    unit: '天',
  },
  {
    name: '咨询响应',
    standard: '本馆指标：提问到馆员接手，中位数',
    formula: `近 30 天 ${of.answers.length} 次实时提问，取中位`,
    value: of.answers.length === 0 ? null : (median(of.answers) ?? 0) / 60,
    unit: '分钟',
  },
];
