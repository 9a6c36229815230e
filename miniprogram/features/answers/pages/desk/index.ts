import { open } from '../../../../lib/routes';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deskRow, LISTS, type ListId } from '../../desk-view';
import { editAnswer, GAPS } from '../../routes';

Page(
  screen([wide, paged('answerDesk.list', ({ list }) => list.map(deskRow))], {
    data: { lists: LISTS, which: one<ListId>('waiting') },
    asked() {
      return { which: this.data.which };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const chosen = LISTS.find(({ id }) => id === dataOf(event).id);
      if (chosen && chosen.id !== this.data.which) void this.afresh({ which: chosen.id });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(editAnswer(dataOf(event).id));
    },
    begin() {
      open(editAnswer());
    },
    gaps() {
      open(GAPS);
    },
  }),
);
