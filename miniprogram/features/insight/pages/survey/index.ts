import type { SurveyQuestion } from '../../../../../typings/contract';
import { act, type Output } from '../../../../lib/call';
import { shortDate } from '../../../../lib/dates';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import {
  allAnswered,
  columnsOf,
  COLUMNS,
  keysOf,
  nextColumn,
  type Column,
  type PointKey,
  type Points,
} from '../../survey-view';

const survey = loads('satisfaction.survey', undefined, { when: 'opened' });

/**
 * The questionnaire of the year, a question at a time: three numbers each. What was tapped stays on this page
 * until all of it is sent.
 */
Page(
  screen([survey, submits()], {
    data: {
      ...{ year: '', until: '', none: false, answered: false, sent: false },
      ...{ at: 0, total: 0, text: '', column: 'least' as Column, isLast: false, ready: false },
      columns: columnsOf({}, 'least'),
      keys: none<PointKey>(),
    },
    undrawn: () => ({ questions: none<SurveyQuestion>(), points: {} as Record<string, Points> }),
    shown({ survey: open }: Output<'satisfaction.survey'>) {
      if (!open) return { none: true };
      this.undrawn.questions = open.questions;
      return {
        year: open.year,
        until: shortDate(open.closesOn),
        answered: open.answered,
        total: open.questions.length,
        ...this.question(0),
      };
    },
    /** What is drawn of a question, at the column that is asked next. */
    question(at: number, column?: Column) {
      const question = this.undrawn.questions[at];
      const points = this.undrawn.points[question?.questionId ?? ''] ?? {};
      const now = column ?? nextColumn(points);
      return {
        at,
        text: question?.text ?? '',
        column: now,
        columns: columnsOf(points, now),
        keys: keysOf(points, now),
        isLast: at === this.undrawn.questions.length - 1,
        ready: COLUMNS.every((each) => points[each.column] !== undefined),
      };
    },
    turn(event: WechatMiniprogram.TouchEvent) {
      const { id } = dataOf(event);
      const column = COLUMNS.find((each) => each.column === id)?.column;
      if (column) this.setData(this.question(this.data.at, column));
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const key = this.data.keys[Number(dataOf(event).index)];
      const question = this.undrawn.questions[this.data.at];
      if (!key || key.off || !question) return;
      const points = { ...this.undrawn.points[question.questionId], [this.data.column]: key.point };
      this.undrawn.points[question.questionId] = points;
      const ready = COLUMNS.every((each) => points[each.column] !== undefined);
      this.setData(this.question(this.data.at, ready ? this.data.column : nextColumn(points)));
    },
    back() {
      this.setData(this.question(Math.max(0, this.data.at - 1)));
    },
    async next() {
      if (!this.data.isLast) {
        this.setData(this.question(this.data.at + 1));
        return;
      }
      const answers = allAnswered(this.undrawn.questions, this.undrawn.points);
      if (!answers) return;
      const { year } = this.data;
      const sent = await this.submit('send', '没有交上', () =>
        act('satisfaction.answerSurvey', { year, answers }),
      );
      if (sent) this.setData({ sent: true });
    },
    leave() {
      wx.navigateBack({ fail: () => wx.switchTab({ url: '/pages/home/index' }) });
    },
  }),
);
