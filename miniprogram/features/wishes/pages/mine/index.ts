import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { wishRoutes } from '../../routes';
import { leftText, wishRows } from '../../wish-view';

/** What the reader asked the library to buy, and what became of it. */
Page(
  screen([wide, paged('wishes.mine', ({ list }, today) => wishRows(list, today))], {
    data: { left: '' },
    head(value: Output<'wishes.mine'>) {
      return { left: leftText(value) };
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(wishRoutes.one(dataOf(event).id ?? ''));
    },
    begin() {
      open(routes.wishFor());
    },
  }),
);
