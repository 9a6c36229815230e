import type { PastLoan } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import { drawLong } from '../../../../lib/long-picture';
import { open, routes } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { libraryToday } from '../../../../lib/session';
import { readingPicture, readingReport, type ReadingReport } from '../../reading-view';

/** Not kept on the phone: what somebody has read is theirs alone, and the phone may be lent. */
const year = loads('loans.readIn');

/** What a reader who keeps their history has read, worked out here; only the picture leaves the phone. */
Page(
  screen([year], {
    data: {
      asked: '',
      kept: true,
      month: '',
      named: false,
      earlier: '',
      later: '',
      report: null as ReadingReport | null,
    },
    undrawn: () => ({ list: none<PastLoan>() }),
    asked() {
      return { year: this.data.asked || libraryToday().slice(0, 4) };
    },
    shown({ kept, list }: Output<'loans.readIn'>) {
      this.undrawn.list = list;
      const now = Number(this.asked().year);
      const later = String(now + 1) <= libraryToday().slice(0, 4) ? String(now + 1) : '';
      return { kept, earlier: String(now - 1), later, ...this.drawn('') };
    },
    drawn(month: string) {
      return { month, report: readingReport(this.asked().year, month, this.undrawn.list) };
    },
    /** A month of the year, or all of it. */
    choose(event: WechatMiniprogram.TouchEvent) {
      this.setData(this.drawn(dataOf(event).id ?? ''));
    },
    async turn(event: WechatMiniprogram.TouchEvent) {
      this.setData({ asked: dataOf(event).id });
      await this.load();
    },
    flip() {
      this.setData({ named: !this.data.named });
    },
    preferences() {
      open(routes.preferences);
    },
    async picture() {
      const { report, named } = this.data;
      if (report) await this.once('picture', () => drawLong(readingPicture(report, named)));
    },
  }),
);
