import type { Acted } from '../../../../lib/acts';
import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deliveryRows } from '../../delivery-view';
import { exportActs } from '../../export-acts';
import { deliveryRoutes } from '../../routes';

const deliveries = paged('deliveries.mine', ({ list }, today) => deliveryRows(list, today));

Page(
  screen([wide, deliveries, acts(exportActs)], {
    data: { isOpen: true },
    head({ open: isOpen }: Output<'deliveries.mine'>) {
      return { isOpen };
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(deliveryRoutes.one(dataOf(event).id ?? ''));
    },
    begin() {
      open(routes.askDelivery());
    },
    takeAlong() {
      void this.start('takeAlong', {});
    },
    acted({ value }: Acted<object, typeof exportActs>) {
      wx.setClipboardData({ data: value.text });
    },
  }),
);
