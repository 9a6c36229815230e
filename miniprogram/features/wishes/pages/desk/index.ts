import type { WishWhich } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { listActs } from '../../desk-acts';
import { wishRoutes } from '../../routes';
import { wishRows } from '../../wish-view';

const NAMES: { id: WishWhich; name: string }[] = [
  { id: 'received', name: '新的' },
  { id: 'considering', name: '考虑' },
  { id: 'ordered', name: '已订' },
  { id: 'ended', name: '办结' },
];

const wishes = paged('wishDesk.list', ({ list }, today) => wishRows(list, today));

/** What readers want, what most of them want first. */
Page(
  screen([wide, wishes, acts(listActs), loadsAgain], {
    data: { which: one<WishWhich>('received'), chips: NAMES, perMonth: 0 },
    asked() {
      return { which: this.data.which };
    },
    head({ counts, perMonth }: Output<'wishDesk.list'>) {
      const of = (id: WishWhich) => counts.find(({ which }) => which === id)?.count ?? 0;
      const chips = NAMES.map(({ id, name }) => ({ id, name: of(id) > 0 ? `${name} ${of(id)}` : name }));
      return { chips, perMonth };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const chosen = NAMES.find(({ id }) => id === dataOf(event).id);
      if (chosen && chosen.id !== this.data.which) void this.afresh({ which: chosen.id });
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      void this.start(dataOf(event).act ?? '', { perMonth: this.data.perMonth });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(wishRoutes.handle(dataOf(event).id ?? ''));
    },
  }),
);
