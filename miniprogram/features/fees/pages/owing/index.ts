import { yuan } from '../../../../lib/money';
import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';

const readers = paged(
  'fees.owing',
  ({ list }) =>
    list.map(({ readerId, name, cardNumber, owes }) => ({ readerId, name, cardNumber, owes: yuan(owes) })),
  { keep: true },
);

Page(
  screen([wide, readers], {
    openAccount(event: WechatMiniprogram.TouchEvent) {
      open(routes.fees(dataOf(event).reader ?? ''));
    },
    help() {
      open(routes.deskHelp('money'));
    },
  }),
);
