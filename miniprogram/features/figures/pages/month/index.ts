import type { MonthReport } from '../../../../../typings/contract';
import { addDays } from '../../../../lib/dates';
import { drawLong } from '../../../../lib/long-picture';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { monthPicture } from '../../month-picture';
import { monthView } from '../../services-view';

const report = loads('figureDesk.month');

/** What the last month came to, as a page and as one long picture for the work group. */
Page(
  screen([wide, report], {
    data: { month: '' },
    undrawn: () => ({ report: null as MonthReport | null }),
    asked() {
      return { month: this.data.month || monthBefore(libraryToday().slice(0, 7)) };
    },
    shown(value: MonthReport) {
      this.undrawn.report = value;
      return monthView(value);
    },
    async earlier() {
      this.setData({ month: monthBefore(this.asked().month) });
      await this.load();
    },
    async later() {
      const next = addDays(`${this.asked().month}-28`, 7).slice(0, 7);
      if (next <= libraryToday().slice(0, 7)) this.setData({ month: next });
      await this.load();
    },
    async picture() {
      const { report: known } = this.undrawn;
      if (known) await this.once('picture', () => drawLong(monthPicture(monthView(known))));
    },
  }),
);

function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}
