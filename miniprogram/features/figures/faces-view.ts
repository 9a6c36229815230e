import type { QuickReason, SatisfactionTold, Satisfied, SatisfiedPart } from '../../../typings/contract';
import { shortDate } from '../../lib/dates';
import { QUICK } from '../../lib/faces';
import { partRow, percent, quarterWords, satisfiedWords, serviceName, STUDY } from './figures-view';

interface Bar {
  name: string;
  value: string;
  note: string;
  /** Of the whole width: where the interval begins, how wide it is, and where the rate stands; null: none. */
  bar: { from: number; width: number; at: number } | null;
  spoken: string;
}

export function satisfactionView(told: SatisfactionTold) {
  const { all, yearBefore, quarter, quarters, byService, byBranch, byCategory, reasons, weeks } = told;
  return {
    quarter: quarter ? quarterWords(quarter) : '',
    quarters: quarters.map((each) => ({ id: each, name: quarterWords(each), on: each === quarter })),
    all: satisfiedWords(all),
    study: STUDY,
    studyAt: Math.round(STUDY_SHARE * 1000) / 10,
    yearBefore: yearBefore.rate ? percent(yearBefore.rate.share) : '样本太少',
    yearNote: yearBefore.rate ? `${yearBefore.answers} 人评价` : '去年同一季度',
    services: byService.map((part) => barOf(part, serviceName(part.key))),
    branches: byBranch.map((part) => barOf(part, part.key)),
    categories: byCategory.map((part) => barOf(part, part.key)),
    weeks: weeks.map(({ from, to, now }) =>
      barOf({ key: from, answers: now.answers, rate: now.rate }, `${shortDate(from)} – ${shortDate(to)}`),
    ),
    reasons: reasons
      .flatMap(({ reason, times }) => (times ? [{ name: reasonWords(reason), value: times, note: '' }] : []))
      .sort((a, b) => b.value - a.value),
  };
}

const STUDY_SHARE = 0.5863;

function barOf(part: SatisfiedPart, name: string): Bar {
  const row = partRow(part, name);
  return { ...row, bar: intervalOf(part.rate), spoken: `${row.name} ${row.value}，${row.note}` };
}

const intervalOf = (rate: Satisfied['rate']): Bar['bar'] =>
  rate && { from: rate.from * 100, width: (rate.to - rate.from) * 100, at: rate.share * 100 };

const reasonWords = (reason: QuickReason): string =>
  QUICK.find((each) => each.reason === reason)?.words ?? reason;
