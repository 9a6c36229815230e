import type { CalendarDay } from '../../../../../typings/contract';
import { act, ask, type Output } from '../../../../lib/call';
import { addDays } from '../../../../lib/dates';
import { withoutAnswer } from '../../../../lib/load';
import type { RefusalLine } from '../../../../lib/refusals';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { lines } from '../../../../lib/tell';
import {
  branchHere,
  daySheet,
  monthAfter,
  monthView,
  noMonth,
  previewOf,
  span,
  timesOf,
  type DaySheet,
} from '../../calendar-view';
import { closureActs } from '../../closure-acts';
import { closures } from '../../closures-part';
import { staffHere } from '../../here';
import type { Option } from '../../rule-inputs';
import { rulesRoutes } from '../../routes';

const calendar = loads('rules.calendar', undefined, { keep: true });

Page(
  screen([wide, calendar, closures, submits(), acts(closureActs)], {
    data: {
      manages: false,
      branches: none<Option>(),
      branchId: '',
      today: libraryToday(),
      last: addDays(libraryToday(), 400),
      month: libraryToday().slice(0, 7),
      view: noMonth,
      days: none<CalendarDay>(),
      /** The day that was tapped; it stays while its sheet goes down. */
      day: maybe<DaySheet>(),
      dayOpen: false,
      opening: false,
      openFrom: '',
      openTo: '',
      closing: false,
      from: libraryToday(),
      to: libraryToday(),
      preview: '',
      because: none<RefusalLine>(),
    },
    /** The reason that is being typed. */
    undrawn: () => ({ why: '' }),
    async asked() {
      if (!this.data.branchId) await this.findBranch();
      const { branchId, month } = this.data;
      if (!branchId) return undefined;
      void this.loadClosures();
      return { branchId, month };
    },
    /** Before anything else: which branches there are, and which of them is looked at. */
    async findBranch(): Promise<void> {
      this.setData({ state: { kind: 'loading' } });
      const [here, outcome] = await Promise.all([staffHere(), ask('rules.policies', {})]);
      if (outcome.kind !== 'value') return this.setData({ state: withoutAnswer(outcome) });
      const { branches } = outcome.value;
      this.setData({ branches, branchId: branchHere(branches, here.branchId), manages: here.manages });
    },
    shown({ days }: Output<'rules.calendar'>): Record<string, unknown> {
      return { days, view: monthView(this.data.month, days, libraryToday()) };
    },
    chooseBranch(event: WechatMiniprogram.TouchEvent) {
      this.setData({ branchId: dataOf(event).id, list: [], next: '' });
      void this.load();
    },
    turn(event: WechatMiniprogram.TouchEvent) {
      this.setData({ month: monthAfter(this.data.month, dataOf(event).by === '1' ? 1 : -1) });
      void this.load();
    },
    typeWhy(event: WechatMiniprogram.Input) {
      this.undrawn.why = event.detail.value;
    },
    hours() {
      open(rulesRoutes.hours(this.data.branchId));
    },

    openDay(event: WechatMiniprogram.TouchEvent) {
      const known = this.data.days.find(({ date }) => date === dataOf(event).date);
      if (!known) return;
      this.undrawn.why = '';
      const day = daySheet(known, libraryToday());
      this.setData({ day, dayOpen: true, opening: false, ...timesOf(known.hours), refusals: [] });
    },
    closeDay() {
      this.setData({ dayOpen: false });
    },
    askOpening() {
      this.setData({ opening: true });
    },
    pickTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ [dataOf(event).what ?? '']: event.detail.value });
    },
    saveOpening() {
      const { openFrom, openTo } = this.data;
      void this.setDay({ from: openFrom, to: openTo }, this.undrawn.why.trim());
    },
    backToWeek() {
      void this.setDay(null, '');
    },
    async setDay(hours: { from: string; to: string } | null, why: string) {
      const { day, branchId } = this.data;
      if (!day) return;
      const sent = { branchId, date: day.date, hours, why };
      const set = await this.submit('day', '未能修改', () => act('rules.openDay', sent));
      if (!set) return;
      this.setData({ dayOpen: false });
      wx.showToast({ title: '已保存', icon: 'success' });
      await this.load();
    },

    /** From the day whose sheet is open, else from tomorrow on. */
    askClosing() {
      const { day, dayOpen } = this.data;
      const from = day && dayOpen ? day.date : addDays(libraryToday(), 1);
      this.undrawn.why = '';
      this.setData({ dayOpen: false, closing: true, refusals: [] });
      void this.lookAhead(from, from);
    },
    stopClosing() {
      if (!this.data.busy) this.setData({ closing: false });
    },
    pickFrom(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      void this.lookAhead(event.detail.value, this.data.to);
    },
    pickTo(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      void this.lookAhead(this.data.from, event.detail.value);
    },
    /** How much the closure would move, before it does. */
    async lookAhead(first: string, last: string) {
      const { branchId } = this.data;
      const { from, to } = span(first, last);
      this.setData({ from, to, preview: '正在看会影响多少…', because: [] });
      const outcome = await ask('rules.previewClosure', { branchId, from, to });
      if (from !== this.data.from || to !== this.data.to) return;
      if (outcome.kind === 'value') this.setData(previewOf(outcome.value, libraryToday()));
      else this.setData({ preview: '', because: lines(outcome) ?? [] });
    },
    async close() {
      const { branchId, from, to } = this.data;
      const why = this.undrawn.why.trim();
      if (!why) return this.missing('请写明闭馆原因，读者会看到。');
      const sent = { branchId, from, to, why };
      const closed = await this.submit('close', '没有登记', () => act('rules.closeDays', sent));
      if (!closed) return;
      this.setData({ closing: false, month: from.slice(0, 7) });
      wx.showToast({ title: '已登记闭馆', icon: 'success' });
      await this.load();
    },

    askUndo(event: WechatMiniprogram.TouchEvent) {
      const closure = this.data.list.find(({ closureId }) => closureId === dataOf(event).id);
      if (closure) void this.start('undo', closure);
    },
    async acted() {
      await this.load();
    },
  }),
);
