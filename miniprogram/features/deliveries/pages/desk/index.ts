import type { DeliveryWhich } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deskRows, isWhich, listChips } from '../../desk-view';
import { deliveryRoutes } from '../../routes';
import { rulesActs, type DeliverySwitches } from '../../rules-acts';

const deliveries = paged('deliveryDesk.list', ({ list }, today) => deskRows(list, today));

Page(
  screen([wide, deliveries, acts(rulesActs), loadsAgain], {
    data: {
      which: one<DeliveryWhich>('asked'),
      lists: listChips(),
      rules: maybe<DeliverySwitches>(),
    },
    asked() {
      return { which: this.data.which };
    },
    head({ counts, rules }: Output<'deliveryDesk.list'>) {
      return { lists: listChips(counts), rules };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { id } = dataOf(event);
      if (isWhich(id) && id !== this.data.which) void this.afresh({ which: id });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(deliveryRoutes.handle(dataOf(event).id ?? ''));
    },
    figures() {
      open(deliveryRoutes.figures);
    },
    settings() {
      if (this.data.rules) void this.start('setRules', this.data.rules);
    },
  }),
);
