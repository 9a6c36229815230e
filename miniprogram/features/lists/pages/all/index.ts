import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { cardView } from '../../list-view';

const lists = paged('lists.public', ({ list }) => list.map(cardView), { keep: true });

Page(
  screen([wide, lists], {
    data: { by: one<'library' | 'reader'>('library'), readersOpen: false },
    onShareAppMessage() {
      return { title: '图书馆的书单', path: routes.lists };
    },
    asked() {
      return { by: this.data.by };
    },
    head({ readersOpen }: Output<'lists.public'>) {
      return { readersOpen };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const by = dataOf(event).by === 'reader' ? 'reader' : 'library';
      if (by !== this.data.by) void this.afresh({ by });
    },
    openList(event: Said<{ listId: string }>) {
      open(routes.list(event.detail.listId));
    },
    mine() {
      open(routes.myLists);
    },
  }),
);
