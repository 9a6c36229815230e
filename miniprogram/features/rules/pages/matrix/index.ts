import { open } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { staffHere } from '../../here';
import { rowCards } from '../../matrix-view';
import { rulesRoutes } from '../../routes';

const matrix = loads('rules.policies', ({ list, ...names }) => ({ cards: rowCards(list, names) }), {
  keep: true,
});

Page(
  screen([wide, matrix], {
    data: { manages: false },
    async beside() {
      const { manages } = await staffHere();
      this.setData({ manages });
    },
    openRow(event: WechatMiniprogram.TouchEvent) {
      open(rulesRoutes.row(dataOf(event).id ?? ''));
    },
    likeOthers() {
      open(rulesRoutes.published);
    },
    add() {
      open(rulesRoutes.newRow);
    },
  }),
);
