import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { satisfactionView } from '../../faces-view';

const told = loads('figureDesk.satisfaction', satisfactionView);

/** Whether readers are content, by what it is of: each rate with its interval and how many answered. */
Page(
  screen([wide, told], {
    data: { asked: '' },
    asked() {
      return this.data.asked ? { quarter: this.data.asked } : {};
    },
    async choose(event: WechatMiniprogram.TouchEvent) {
      this.setData({ asked: dataOf(event).id });
      await this.load();
    },
  }),
);
