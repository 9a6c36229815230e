import type { Acted } from '../../../../lib/acts';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import type { Said } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { newListActs } from '../../list-acts';
import { myCardView, type CardView } from '../../list-view';

const mine = loads('lists.mine', ({ list, limit }) => ({ list: list.map(myCardView), limit }), {
  keep: true,
});

Page(
  screen([wide, mine, acts(newListActs)], {
    data: { list: none<CardView>(), limit: 0 },
    openList(event: Said<{ listId: string }>) {
      open(routes.list(event.detail.listId));
    },
    others() {
      open(routes.lists);
    },
    begin() {
      void this.start('own', { staffName: '' });
    },
    acted({ value }: Acted<{ staffName: string }, typeof newListActs>) {
      open(routes.list(value.listId));
    },
  }),
);
