import { addDays } from '../../../../lib/dates';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { figuresView } from '../../desk-view';

const figures = loads('deliveryDesk.figures', figuresView);
const SPANS = [
  { days: 30, name: '近 30 天' },
  { days: 90, name: '近 90 天' },
  { days: 365, name: '近一年' },
];

Page(
  screen([wide, figures], {
    data: { spans: SPANS, days: one<number>(30) },
    asked() {
      const to = libraryToday();
      return { from: addDays(to, 1 - this.data.days), to };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.setData({ days: Number(dataOf(event).days) });
      void this.load();
    },
  }),
);
