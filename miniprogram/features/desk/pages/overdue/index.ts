import { dataOf } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deskList } from '../../desk-list';
import { overdueLine } from '../../lists-view';

const loans = deskList('desk.overdue', ({ list }, today) => list.map((row) => overdueLine(row, today)));

Page(
  screen([wide, loans], {
    call(event: WechatMiniprogram.TouchEvent) {
      const { phone } = dataOf(event);
      // A call that the librarian breaks off is no error.
      if (phone) wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
    },
  }),
);
