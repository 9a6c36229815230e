import type {
  Compared,
  Figure,
  FiguresPage,
  Indicator,
  Satisfied,
  SatisfiedPart,
  Service,
} from '../../../typings/contract';
import { clock, longDate } from '../../lib/dates';
import { className } from '../../lib/classes';
import { SERVICE_WORDS } from '../../lib/faces';

export const FIGURE_NAMES: Record<Figure, string> = {
  loans: '借出',
  returns: '还回',
  renewals: '续借',
  holds: '预约',
  holdsCancelled: '取消预约',
  newCards: '新办证',
  registrations: '活动报名',
  registrationsCancelled: '取消报名',
  talks: '咨询提问',
  talksAnswered: '咨询办结',
  attendances: '活动到场',
  eventsHeld: '活动场次',
  deliveries: '文献传递申请',
  deliveriesDone: '文献传递完成',
  visitsAtDesk: '服务台办理',
};

/** What the founding study measured. */
export const STUDY = '58.63%';

interface Change {
  label: string;
  text: string;
  tone: 'up' | 'down' | 'same';
}

interface FigureRow {
  name: string;
  today: number;
  changes: Change[];
}

export interface Column {
  label: string;
  value: number;
  before: number;
  spoken: string;
}

/** Everything that the page draws, as numbers and sentences. */
export function figuresView(page: FiguresPage) {
  const { satisfaction, today } = page;
  return {
    upTo: page.upTo ? `截至 ${clock(page.upTo)}，晚几分钟` : '还没有统计',
    rows: page.compared.map(figureRow),
    columns: page.loansByDay.map(({ day, loans, yearBefore }): Column => ({
      label: String(Number(day.slice(8))),
      value: loans,
      before: yearBefore,
      spoken: `${longDate(day, today)}，借出 ${loans}，去年同期 ${yearBefore}`,
    })),
    hours: page.hours,
    branches: page.byBranch.map(({ name, loans, returns }) => ({
      name,
      value: loans,
      note: `还回 ${returns}`,
    })),
    categories: page.byCategory.map(({ name, loans }) => ({ name, value: loans, note: '' })),
    classes: page.byClass
      .slice(0, 10)
      .map(({ clc, loans }) => ({ name: classWords(clc), value: loans, note: '' })),
    faces: {
      now: satisfiedWords(satisfaction),
      yearBefore: satisfaction.yearBefore.rate
        ? `去年同期 ${percent(satisfaction.yearBefore.rate.share)}`
        : '去年同期样本太少',
      study: `最初的调查 ${STUDY}`,
      quarter: satisfaction.quarter ? `${quarterWords(satisfaction.quarter)}分服务` : '',
      services: satisfaction.byService.map((part) => partRow(part, serviceName(part.key))),
    },
    indicators: page.indicators.map(indicatorRow),
    cases:
      page.openCases === 0
        ? '没有待回复的读者意见'
        : `${page.openCases} 条读者意见待回复${page.lateCases > 0 ? `，${page.lateCases} 条已过期` : ''}`,
    casesLate: page.lateCases > 0,
  };
}

/** A main class; "": those that are too rare to be told by themselves. */
export const classWords = (clc: string): string => {
  if (clc === '') return '其他（各不足 5 册）';
  return className(clc) ? `${clc} ${className(clc)}` : '未分类';
};

const figureRow = (compared: Compared): FigureRow => ({
  name: FIGURE_NAMES[compared.figure],
  today: compared.today,
  changes: [
    { label: '上周同日全天', text: String(compared.sameWeekday), tone: 'same' },
    soFar('本周', compared.week, '上周', compared.today, compared.weekBefore),
    soFar('本月', compared.month, '去年', compared.today, compared.monthYearBefore),
    soFar('今年', compared.year, '去年', compared.today, compared.yearBefore),
  ],
});

/** What has come so far, beside as much of before; of nothing there is no share. */
const soFar = (name: string, value: number, then: string, today: number, before: number): Change =>
  before === 0
    ? { label: `${name} ${value}，${then}同期`, text: '0', tone: 'same' }
    : change(`${name} ${value}，比${then}`, value - today, before);

/** A share of what was nothing says nothing: then the number stands alone. */
export function change(label: string, now: number, before: number): Change {
  if (before === 0) return { label, text: now === 0 ? '都是 0' : '此前无', tone: 'same' };
  const share = Math.round(((now - before) / before) * 100);
  if (share === 0) return { label, text: '持平', tone: 'same' };
  return { label, text: `${share > 0 ? '+' : '−'}${Math.abs(share)}%`, tone: share > 0 ? 'up' : 'down' };
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Always with its interval and how many answered. */
export function satisfiedWords({ answers, rate }: Satisfied): { big: string; note: string } {
  if (!rate) return { big: '样本太少', note: `${answers} 人评价，满 30 人才算比率` };
  return {
    big: percent(rate.share),
    note: `95% 区间 ${percent(rate.from)}–${percent(rate.to)}，${answers} 人评价`,
  };
}

export const partRow = ({ answers, rate }: SatisfiedPart, name: string) => ({
  name,
  value: rate ? percent(rate.share) : '不公布',
  note: rate ? `${percent(rate.from)}–${percent(rate.to)}，${answers} 人` : '人数太少，或能推算到个人',
});

const QUARTERS = ['一', '二', '三', '四'];

/** "2026-3" in words. */
export const quarterWords = (quarter: string): string =>
  `${quarter.slice(0, 4)} 年第${QUARTERS[Number(quarter.slice(5)) - 1] ?? ''}季度`;

const isService = (key: string): key is Service => Object.keys(SERVICE_WORDS).includes(key);
export const serviceName = (key: string): string => (isService(key) ? SERVICE_WORDS[key] : key);

export const indicatorRow = ({ name, standard, formula, value, unit }: Indicator) => ({
  name,
  standard,
  formula,
  value: value === null ? '—' : unit === '比例' ? percent(value) : `${Math.round(value * 100) / 100} ${unit}`,
});
