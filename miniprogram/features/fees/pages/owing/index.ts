import { listScreen } from '../../../../lib/list-screen';
import { yuan } from '../../../../lib/money';
import { open, routes } from '../../../../lib/routes';
import { deskWidth } from '../../../../lib/width';

const screen = listScreen({
  action: 'fees.owing',
  input: () => ({}),
  rows: (list) =>
    list.map(({ readerId, name, cardNumber, owes }) => ({ readerId, name, cardNumber, owes: yuan(owes) })),
});

Page({
  ...screen,
  data: { ...screen.data, width: deskWidth() },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  openAccount(event: WechatMiniprogram.TouchEvent) {
    open(routes.fees(String(event.currentTarget.dataset.reader)));
  },
  help() {
    open(routes.deskHelp('money'));
  },
});
