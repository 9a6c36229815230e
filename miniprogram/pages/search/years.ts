/** Years of publication as readers think of them: lately, and by decades before. */
interface YearSpan {
  /** "2024-2026", "-1989"; what filters carry. */
  key: string;
  titles: number;
}

const DECADES_SHOWN = 3;

/**
 * Spans that hold something, the latest first. A span that holds no more than the one before it is left out.
 */
export function yearSpans(years: readonly { year: number; titles: number }[], thisYear: number): YearSpan[] {
  const between = (from: number, to: number): number =>
    years.reduce((sum, { year, titles }) => (year >= from && year <= to ? sum + titles : sum), 0);
  const spans: YearSpan[] = [];
  let last = 0;
  for (const from of [thisYear, thisYear - 2, thisYear - 9]) {
    // Without an end: what is announced for next year is new.
    const titles = between(from, Infinity);
    if (titles > last) spans.push({ key: `${from}-`, titles });
    last = titles;
  }
  return [...spans, ...decades(between, thisYear - 10)];
}

/** "2010-2016", "2000-2009", "1990-1999", "-1989": everything up to a year. */
function decades(between: (from: number, to: number) => number, until: number): YearSpan[] {
  const spans: YearSpan[] = [];
  let to = until;
  for (let n = 0; n < DECADES_SHOWN; n++) {
    const from = to - (to % 10);
    spans.push({ key: `${from}-${to}`, titles: between(from, to) });
    to = from - 1;
  }
  spans.push({ key: `-${to}`, titles: between(1, to) });
  return spans.filter(({ titles }) => titles > 0);
}

/** "今年", "近三年", "近十年", "2010–2016年", "1989年及以前". */
export function yearsText(key: string, thisYear: number): string {
  const [from = '', to = ''] = key.split('-');
  if (to === '') {
    const back = thisYear - Number(from);
    return back === 0 ? '今年' : back === 2 ? '近三年' : back === 9 ? '近十年' : `${from}年以来`;
  }
  if (from === '') return `${to}年及以前`;
  return from === to ? `${from}年` : `${from}–${to}年`;
}
