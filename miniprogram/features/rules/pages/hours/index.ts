import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { headingOf, lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { hoursRows, weeklyHoursOf, type HoursRow } from '../../calendar-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    branchId: '',
    rows: [] as HoursRow[],
    holidays: false,
    changed: false,
    refusals: [] as RefusalLine[],
    no: '',
    busy: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ branchId: fromQuery(query, 'branchId') });
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async load() {
    await load(this, {
      action: 'rules.calendar',
      input: { branchId: this.data.branchId, month: libraryToday().slice(0, 7) },
      show: ({ weeklyHours, closedOnPublicHolidays }) => ({
        rows: hoursRows(weeklyHours),
        holidays: closedOnPublicHolidays,
      }),
    });
  },
  flip(event: WechatMiniprogram.TouchEvent) {
    const n = Number(event.currentTarget.dataset.index);
    this.setData({ [`rows[${n}].open`]: !this.data.rows[n]?.open, changed: true });
  },
  pick(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { index, side } = event.currentTarget.dataset as { index: number; side: string };
    this.setData({ [`rows[${index}].${side}`]: event.detail.value, changed: true });
  },
  /** The first open day's hours for every open day: most branches keep the same all week. */
  sameForAll() {
    const first = this.data.rows.find(({ open }) => open);
    if (!first) return;
    const { from, to } = first;
    this.setData({
      rows: this.data.rows.map((row) => (row.open ? { ...row, from, to } : row)),
      changed: true,
    });
  },
  flipHolidays() {
    this.setData({ holidays: !this.data.holidays, changed: true });
  },
  async save() {
    const { busy, branchId, rows, holidays } = this.data;
    if (busy) return;
    const backwards = rows.filter(({ open, from, to }) => open && from >= to).map(({ name }) => name);
    if (backwards.length > 0) {
      this.setData({
        refusals: [{ code: 'hours', text: `${backwards.join('、')}的闭馆时间要晚于开馆时间。` }],
        no: '',
      });
      return;
    }
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('rules.saveHours', {
      branchId,
      weeklyHours: weeklyHoursOf(rows),
      closedOnPublicHolidays: holidays,
    });
    this.setData({ busy: false });
    if (outcome.kind !== 'value') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有保存') });
      return;
    }
    this.setData({ changed: false });
    wx.showToast({ title: '已保存', icon: 'success' });
    await this.load();
  },
});
