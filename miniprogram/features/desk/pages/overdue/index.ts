import { dataOf, deskListScreen } from '../../list-screen';
import { overdueLine } from '../../lists-view';

Page({
  ...deskListScreen('desk.overdue', (list, today) => list.map((row) => overdueLine(row, today))),
  call(event: WechatMiniprogram.TouchEvent) {
    const { phone } = dataOf(event);
    // A call that the librarian breaks off is no error.
    if (phone) wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
  },
});
