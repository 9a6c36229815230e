import { moment } from '../../../../lib/dates';
import { acts } from '../../../../lib/screen/acts';
import { maybe } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { myActs, type Mine } from '../../my-acts';

Page(
  screen([wide, loads('safety.mine'), acts(myActs)], {
    data: { pinText: '', hasColleagues: false },
    undrawn: () => ({ mine: maybe<Mine>() }),
    shown(mine: Mine) {
      this.undrawn.mine = mine;
      const { pinSetAt, colleagues } = mine;
      return {
        pinText: pinSetAt ? `${moment(pinSetAt, libraryToday())} 设置` : '还没有设置',
        hasColleagues: colleagues.length > 0,
      };
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { mine } = this.undrawn;
      if (mine) void this.start(dataOf(event).act ?? '', mine);
    },
    async acted() {
      await this.load();
    },
  }),
);
