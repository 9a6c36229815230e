import type { FormRow, LocalDate, MonthReport, ServicesPage } from '../../../typings/contract';
import { change, classWords, FIGURE_NAMES, indicatorRow, percent } from './figures-view';

export const servicesView = ({ indicators, collection, queues, waits, emptySearches }: ServicesPage) => ({
  indicators: indicators.map(indicatorRow),
  waits: waits
    ? `最近 ${waits.of} 个预约：一半在 ${waits.half} 天内可取，九成在 ${waits.most} 天内。`
    : '还没有等到书的预约。',
  empty: `本月 ${emptySearches} 次找书没有结果。只记次数，不记读者找的是什么。`,
  queues: queues.map((each) => ({
    ...each,
    per: each.copies === 0 ? '没有复本' : `每册 ${(each.waiting / each.copies).toFixed(1)} 人等`,
    advice: each.buy > 0 ? `建议添 ${each.buy} 册` : '够用',
  })),
  classes: (collection ?? [])
    .filter(({ titles }) => titles > 0)
    .sort((a, b) => b.titles - a.titles)
    .map(({ clc, titles, neverLent, loans }) => ({
      name: classWords(clc),
      turns: (loans / titles).toFixed(1),
      titles,
      never: percent(neverLent / titles),
      width: Math.round((neverLent / titles) * 100),
    })),
});

export const formView = ({ year, rows }: { year: string; rows: FormRow[] }, today: LocalDate) => ({
  year,
  years: [-1, 1].map((by) => String(Number(year) + by)).filter((each) => each <= today.slice(0, 4)),
  rows: rows.map(({ name, unit, value, how, parts }) => ({
    name,
    value: value === null ? '' : `${value} ${unit}`,
    how,
    parts: parts.map((part) => `${Number(part.name.slice(5))} 月 ${part.value}`).join('　'),
    open: false,
  })),
});

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

export function monthView(report: MonthReport) {
  const { month, libraryName, runs, rows, byBranch, byCategory, byClass, byHour } = report;
  const most = Math.max(1, ...byHour.map(({ loans }) => loans));
  const share = (name: string, loans: number) => ({ name, value: loans, note: '' });
  return {
    month,
    libraryName,
    heading: `${month.slice(0, 4)} 年${MONTHS[Number(month.slice(5)) - 1] ?? ''}月`,
    runs,
    rows: rows.map(({ figure, value, before, yearBefore }) => ({
      name: FIGURE_NAMES[figure],
      value,
      changes: [change('比上月', value, before), change('比去年同月', value, yearBefore)],
    })),
    branches: byBranch.map(({ name, loans }) => share(name, loans)),
    categories: byCategory.map(({ name, loans }) => share(name, loans)),
    classes: byClass.slice(0, 8).map(({ clc, loans }) => share(classWords(clc), loans)),
    hours: byHour.map(({ hour, loans }) => ({
      hour: String(Number(hour)),
      loans,
      height: Math.round((loans / most) * 100),
    })),
  };
}
