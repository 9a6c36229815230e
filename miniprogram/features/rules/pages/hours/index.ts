import { act, type Output } from '../../../../lib/call';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import {
  hoursRows,
  sameForAll,
  weeklyHoursOf,
  withMidday,
  withoutPause,
  wrongHours,
  type HoursRow,
} from '../../hours-view';

const calendar = loads('rules.calendar', undefined, { when: 'opened' });

Page(
  screen([wide, given('branchId'), calendar, submits()], {
    data: { rows: none<HoursRow>(), holidays: false, changed: false },
    asked() {
      return { branchId: this.data.branchId, month: libraryToday().slice(0, 7) };
    },
    shown({ weeklyHours, closedOnPublicHolidays }: Output<'rules.calendar'>) {
      return { rows: hoursRows(weeklyHours), holidays: closedOnPublicHolidays };
    },
    flip(event: WechatMiniprogram.TouchEvent) {
      const n = Number(dataOf(event).index);
      this.setData({ [`rows[${n}].open`]: !this.data.rows[n]?.open, changed: true });
    },
    pick(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index, side } = dataOf(event);
      this.setData({ [`rows[${index}].${side}`]: event.detail.value, changed: true });
    },
    pickPause(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index, pause, side } = dataOf(event);
      this.setData({ [`rows[${index}].pauses[${pause}].${side}`]: event.detail.value, changed: true });
    },
    removePause(event: WechatMiniprogram.TouchEvent) {
      const { index, pause } = dataOf(event);
      const row = this.data.rows[Number(index)];
      if (row) this.setData({ [`rows[${index}]`]: withoutPause(row, Number(pause)), changed: true });
    },
    middayForAll() {
      this.setData({ rows: withMidday(this.data.rows), changed: true });
    },
    sameForAll() {
      this.setData({ rows: sameForAll(this.data.rows), changed: true });
    },
    flipHolidays() {
      this.setData({ holidays: !this.data.holidays, changed: true });
    },
    async save() {
      const { branchId, rows, holidays } = this.data;
      const wrong = wrongHours(rows);
      if (wrong) return this.missing(wrong);
      const saved = await this.submit('save', '没有保存', () =>
        act('rules.saveHours', {
          branchId,
          weeklyHours: weeklyHoursOf(rows),
          closedOnPublicHolidays: holidays,
        }),
      );
      if (!saved) return;
      this.setData({ changed: false });
      wx.showToast({ title: '已保存', icon: 'success' });
      await this.load();
    },
  }),
);
