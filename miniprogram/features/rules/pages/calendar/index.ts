import type { CalendarDay, LocalDate } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { addDays, longDate } from '../../../../lib/dates';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { refusalLines, type RefusalLine } from '../../../../lib/refusals';
import { open } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { headingOf, lines, tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import {
  closureLine,
  monthAfter,
  monthView,
  type ClosureLine,
  type DayCell,
  type MonthView,
} from '../../calendar-view';
import { staffHere } from '../../here';
import { rulesRoutes } from '../../routes';

const NO_MONTH: MonthView = { name: '', blanks: [], cells: [] };
/** While dates are being moved the list looks again by itself. */
const LOOK_AGAIN_MS = 15_000;

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    manages: false,
    branches: [] as { id: string; name: string }[],
    branchId: '',
    today: libraryToday() as LocalDate,
    last: addDays(libraryToday(), 400) as LocalDate,
    month: libraryToday().slice(0, 7),
    view: NO_MONTH,
    days: [] as CalendarDay[],
    list: [] as ClosureLine[],
    next: '',
    more: 'idle' as More,
    closuresFailed: false,

    day: null as DayCell | null,
    dayTitle: '',
    dayState: '',
    dayWhy: '',
    dayOwn: false,
    opening: false,
    openFrom: '10:00',
    openTo: '16:00',

    closing: false,
    from: libraryToday() as LocalDate,
    to: libraryToday() as LocalDate,
    preview: '',
    because: [] as RefusalLine[],

    undoing: '',
    undoDays: '',
    refusals: [] as RefusalLine[],
    no: '',
    busy: false,
  },
  async onLoad() {
    const [here, outcome] = await Promise.all([staffHere(), ask('rules.policies', {})]);
    if (outcome.kind !== 'value') {
      await this.load();
      return;
    }
    const { branches } = outcome.value;
    const branchId = branches.some(({ id }) => id === here.branchId)
      ? here.branchId
      : (branches[0]?.id ?? '');
    this.setData({ branches, branchId, manages: here.manages });
    await this.load();
  },
  onShow() {
    keepLook(this);
    if (this.data.branchId) void this.load();
  },
  onHide() {
    clearTimeout(timers.get(this) ?? 0);
  },
  onUnload() {
    clearTimeout(timers.get(this) ?? 0);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    void this.loadMore();
  },
  async load() {
    const { branchId, month } = this.data;
    if (!branchId) {
      // The branches did not come: ask for them, and show why when they do not come again.
      const outcome = await load(this, {
        action: 'rules.policies',
        input: {},
        show: ({ branches }) => ({ branches }),
      });
      if (outcome.kind !== 'value') return;
      const here = await staffHere();
      this.setData({
        branchId: here.branchId || (outcome.value.branches[0]?.id ?? ''),
        manages: here.manages,
      });
      if (this.data.branchId) await this.load();
      return;
    }
    await Promise.all([
      load(this, {
        action: 'rules.calendar',
        input: { branchId, month },
        keepAs: `rules.calendar ${branchId} ${month}`,
        show: ({ days }) => ({ days, view: monthView(month, days, libraryToday()) }),
      }),
      this.loadClosures(),
    ]);
  },
  async loadClosures() {
    const { branchId } = this.data;
    clearTimeout(timers.get(this) ?? 0);
    const outcome = await ask('rules.closures', { branchId });
    if (branchId !== this.data.branchId) return;
    if (outcome.kind !== 'value') {
      this.setData({ closuresFailed: true });
      return;
    }
    const { list, next = '' } = outcome.value;
    const today = libraryToday();
    this.setData({
      list: list.map((each) => closureLine(each, today)),
      next,
      more: 'idle',
      closuresFailed: false,
    });
    if (list.some(({ status }) => status === 'moving' || status === 'undoing'))
      timers.set(
        this,
        setTimeout(() => void this.loadClosures(), LOOK_AGAIN_MS),
      );
  },
  async loadMore() {
    const { branchId } = this.data;
    await loadMore(this, {
      action: 'rules.closures',
      input: { branchId },
      rows: ({ list }) => list.map((each) => closureLine(each, libraryToday())),
    });
  },
  chooseBranch(event: WechatMiniprogram.TouchEvent) {
    this.setData({ branchId: String(event.currentTarget.dataset.id), list: [], next: '' });
    void this.load();
  },
  turn(event: WechatMiniprogram.TouchEvent) {
    this.setData({ month: monthAfter(this.data.month, event.currentTarget.dataset.by === '1' ? 1 : -1) });
    void this.load();
  },

  openDay(event: WechatMiniprogram.TouchEvent) {
    const date = String(event.currentTarget.dataset.date);
    const day = this.data.view.cells.find((cell) => cell.date === date);
    const known = this.data.days.find((each) => each.date === date);
    if (!day || !known) return;
    const [openFrom = '10:00', openTo = '16:00'] = known.hours ? known.hours.split('–') : [];
    why.set(this, '');
    this.setData({
      day,
      dayTitle: longDate(date, libraryToday()),
      dayState: known.hours ? `开放 ${known.hours}` : '闭馆',
      dayWhy: known.why,
      dayOwn: known.kind === 'exception',
      opening: false,
      openFrom,
      openTo,
      refusals: [],
    });
  },
  closeDay() {
    this.setData({ day: null });
  },
  askOpening() {
    this.setData({ opening: true });
  },
  pickTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [String(event.currentTarget.dataset.what)]: event.detail.value });
  },
  typeWhy(event: WechatMiniprogram.Input) {
    why.set(this, event.detail.value);
  },
  saveOpening() {
    const { openFrom, openTo } = this.data;
    void this.setDay({ from: openFrom, to: openTo });
  },
  backToWeek() {
    void this.setDay(null);
  },
  async setDay(hours: { from: string; to: string } | null) {
    const { busy, day, branchId } = this.data;
    if (busy || !day) return;
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('rules.openDay', {
      branchId,
      date: day.date,
      hours,
      why: hours ? (why.get(this) ?? '').trim() : '',
    });
    this.setData({ busy: false });
    if (outcome.kind !== 'value') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有改成') });
      return;
    }
    this.setData({ day: null });
    wx.showToast({ title: '已保存', icon: 'success' });
    await this.load();
  },

  askClosing() {
    const from = this.data.day?.date ?? addDays(libraryToday(), 1);
    why.set(this, '');
    this.setData({ day: null, closing: true, from, to: from, preview: '', because: [], refusals: [] });
    void this.lookAhead();
  },
  stopClosing() {
    if (!this.data.busy) this.setData({ closing: false });
  },
  pickFrom(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const from = event.detail.value;
    this.setData({ from, to: this.data.to < from ? from : this.data.to });
    void this.lookAhead();
  },
  pickTo(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ to: event.detail.value });
    void this.lookAhead();
  },
  /** How much the closure would move, before it does. */
  async lookAhead() {
    const { branchId, from, to } = this.data;
    this.setData({ preview: '正在看会影响多少…', because: [] });
    const outcome = await ask('rules.previewClosure', { branchId, from, to });
    if (from !== this.data.from || to !== this.data.to) return;
    if (outcome.kind !== 'value') {
      this.setData({ preview: '', because: lines(outcome) ?? [] });
      return;
    }
    const { loans, holds, nextOpenDay, refusals } = outcome.value;
    const next = longDate(nextOpenDay, libraryToday());
    this.setData({
      preview:
        loans + holds === 0
          ? '这几天没有到期的借阅，也没有待取的预约。'
          : `会顺延${[loans > 0 && ` ${loans} 册借阅的到期日（多数到 ${next}）`, holds > 0 && ` ${holds} 本待取预约的取书日`].filter(Boolean).join('、')}，并给每位读者发一次通知。`,
      because: refusalLines(refusals),
    });
  },
  async close() {
    const { busy, branchId, from, to } = this.data;
    if (busy) return;
    const reason = (why.get(this) ?? '').trim();
    if (!reason) {
      this.setData({ refusals: [{ code: 'why', text: '请写明闭馆原因，读者会看到。' }], no: '' });
      return;
    }
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('rules.closeDays', { branchId, from, to, why: reason });
    this.setData({ busy: false });
    if (outcome.kind !== 'value') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有登记') });
      return;
    }
    this.setData({ closing: false, month: from.slice(0, 7) });
    wx.showToast({ title: '已登记闭馆', icon: 'success' });
    await this.load();
  },

  askUndo(event: WechatMiniprogram.TouchEvent) {
    const { id, days } = event.currentTarget.dataset as Record<string, string>;
    this.setData({ undoing: id ?? '', undoDays: days ?? '' });
  },
  keepClosed() {
    this.setData({ undoing: '' });
  },
  async undo() {
    const closureId = this.data.undoing;
    this.setData({ undoing: '' });
    if (this.data.busy || !closureId) return;
    this.setData({ busy: true });
    const outcome = await act('rules.undoClosure', { closureId });
    this.setData({ busy: false });
    if (tell(outcome, '已撤销闭馆')) await this.load();
  },
  hours() {
    open(rulesRoutes.hours(this.data.branchId));
  },
});

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>();
/** The reason that is being typed, beside the data. */
const why = new WeakMap<object, string>();
