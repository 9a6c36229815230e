import type { LocalDate } from '../../../../../typings/contract';
import type { EventRow } from '../../../../components/event-row/event-view';
import type { Output } from '../../../../lib/call';
import { longDate } from '../../../../lib/dates';
import { open, routes } from '../../../../lib/routes';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { libraryToday } from '../../../../lib/session';
import { monthAfter, monthDays, monthName, rowsOn, type MonthDay } from '../../month-view';

type Days = Output<'events.month'>['days'];

/** The programme by its days: a tap on one shows what is on. */
Page(
  screen([loads('events.month', undefined, { keep: true, replaces: true })], {
    data: {
      month: libraryToday().slice(0, 7),
      name: '',
      days: none<MonthDay>(),
      weekdays: ['一', '二', '三', '四', '五', '六', '日'],
      chosen: one<LocalDate>(''),
      heading: '',
      rows: none<EventRow>(),
    },
    undrawn: () => ({ days: none<Days[number]>() }),
    asked() {
      return { month: this.data.month };
    },
    shown({ days }: Output<'events.month'>) {
      this.undrawn.days = days;
      const today = libraryToday();
      const { month, chosen } = this.data;
      return { name: monthName(month), days: monthDays(month, days, today), ...this.rowsOf(chosen) };
    },
    rowsOf(chosen: LocalDate) {
      const today = libraryToday();
      return {
        chosen,
        heading: chosen === '' ? '这个月的活动' : longDate(chosen, today),
        rows: rowsOn(this.undrawn.days, chosen, today, Date.now()),
      };
    },
    async turn(event: WechatMiniprogram.TouchEvent) {
      const month = monthAfter(this.data.month, Number(dataOf(event).by));
      this.setData({ month, chosen: '' });
      await this.load();
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { date = '' } = dataOf(event);
      this.setData(this.rowsOf(date === this.data.chosen ? '' : date));
    },
    openEvent(event: Said<{ eventId: string }>) {
      open(routes.event(event.detail.eventId));
    },
  }),
);
