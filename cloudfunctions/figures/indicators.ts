import type { Figure, Indicator } from '../../typings/contract/figures';
import type { LocalDate } from '../../typings/contract/shapes';
import type { Spans } from './compare';

/** Indicators that the log alone tells, of the last twelve months that are over. */
export function indicatorsOf(spans: Spans, today: LocalDate): Indicator[] {
  const months = monthsBefore(today, 12);
  const total = (figure: Figure): number =>
    months.reduce((sum, month) => sum + (spans.get(month)?.counts[figure] ?? 0), 0);
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const [loans, renewals, holds, cancelled] = [
    total('loans'),
    total('renewals'),
    total('holds'),
    total('holdsCancelled'),
  ];
  return [
    {
      name: '外借册次',
      standard: 'ISO 2789 / GB/T 13191：外借（不含续借）',
      formula: `近 12 个月借出 ${loans} 册次，撤销的已减去`,
      value: loans,
      unit: '册次',
    },
    {
      name: '续借占比',
      standard: '本馆指标',
      formula: `续借 ${renewals} ÷（借出 ${loans} + 续借 ${renewals}）`,
      value: share(renewals, loans + renewals),
      unit: '比例',
    },
    {
      name: '预约取消率',
      standard: '本馆指标',
      formula: `取消 ${cancelled} ÷ 预约 ${holds}`,
      value: share(cancelled, holds),
      unit: '比例',
    },
    {
      name: '咨询办结率',
      standard: '本馆指标',
      formula: `办结 ${total('talksAnswered')} ÷ 提问 ${total('talks')}`,
      value: share(total('talksAnswered'), total('talks')),
      unit: '比例',
    },
  ];
}

/** The months before the one of a day, the last first. */
function monthsBefore(today: LocalDate, count: number): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: count }, (_, at) => {
    const number = year * 12 + month - 2 - at;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}
