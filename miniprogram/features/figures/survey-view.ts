import type { LocalDate, SurveyAbout, SurveyForDesk, SurveyRow } from '../../../typings/contract';
import { shortDate } from '../../lib/dates';

const ABOUT: Record<SurveyAbout, string> = { service: '服务', information: '书和信息', place: '馆舍' };
const ABOUTS: readonly SurveyAbout[] = ['service', 'information', 'place'];

const STATES: Record<SurveyForDesk['state'], { tone: string; words: string }> = {
  none: { tone: 'quiet', words: '还没有' },
  planned: { tone: 'soon', words: '未开始' },
  open: { tone: 'good', words: '进行中' },
  over: { tone: 'quiet', words: '已结束' },
};

const one = (value: number): string => value.toFixed(1);
/** With its sign: "+0.4", "−1.2". */
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

const POINTS = 9;
const at = (value: number): number => ((value - 1) / (POINTS - 1)) * 100;

/**
 * What readers accept as a zone from least to wished, how they see it as a point in it, before it or beyond
 * it, and both gaps. Below the least whatever the interval says is marked.
 */
const rowView = (name: string, { least, wished, seen, adequacy, superiority }: SurveyRow) => ({
  name,
  zone: { from: at(least), width: at(wished) - at(least), at: at(seen) },
  columns: `最低 ${one(least)} · 希望 ${one(wished)} · 感受 ${one(seen)}`,
  adequacy: signed(adequacy.mean),
  adequacyRange: `${signed(adequacy.from)} 到 ${signed(adequacy.to)}`,
  superiority: signed(superiority.mean),
  superiorityRange: `${signed(superiority.from)} 到 ${signed(superiority.to)}`,
  isShort: adequacy.to < 0,
  spoken: `${name}：最低 ${one(least)}，希望 ${one(wished)}，感受 ${one(seen)}；比最低 ${signed(adequacy.mean)}，比希望 ${signed(superiority.mean)}`,
});

export function surveyView(survey: SurveyForDesk, today: LocalDate) {
  const { year, state, opensOn, closesOn, questions, answers, results, years } = survey;
  const rows = results?.rows ?? [];
  return {
    survey,
    year,
    ...{ tone: STATES[state].tone, standing: STATES[state].words },
    days: state === 'none' ? '' : `${shortDate(opensOn, today)} 到 ${shortDate(closesOn, today)}`,
    count: state === 'open' || state === 'over' ? `${answers} 人答了` : '',
    why: whyNot(survey),
    years: years.filter((each) => each !== year).map((each) => ({ year: each, words: `${each} 年` })),
    mayChange: state !== 'over',
    isNew: state === 'none',
    all: results ? rowView('全部', results.all) : null,
    parts: ABOUTS.map((about) => ({
      name: ABOUT[about],
      rows: rows.filter((row) => row.about === about).map((row) => rowView(row.text, row)),
      questions: results ? [] : questions.filter((each) => each.about === about).map(({ text }) => text),
    })),
  };
}

function whyNot({ state, results }: SurveyForDesk): string {
  if (results) return '';
  if (state === 'none') return '下面是随产品带来的题目，可以改成本馆自己的。';
  if (state === 'over') return '不满 30 人，不公布结果。';
  return '结束后才公布结果：中途看两次，差的就是这几个人的答案。';
}
