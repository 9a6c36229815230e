import type { Acted } from '../../../../lib/acts';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deskList } from '../../desk-list';
import { overdueLine, whyNotReminded, type OverdueLine } from '../../lists-view';
import { overdueActs } from '../../overdue-acts';

const readers = deskList('desk.overdue', ({ list }, today) => list.map((row) => overdueLine(row, today)));

Page(
  screen([wide, readers, acts(overdueActs)], {
    call(event: WechatMiniprogram.TouchEvent) {
      const { phone } = dataOf(event);
      // A call that the librarian breaks off is no error.
      if (phone) wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
    },
    remind(event: WechatMiniprogram.TouchEvent) {
      const row = this.data.list[Number(dataOf(event).index)];
      if (row) void this.start('remind', row, row.readerId);
    },
    acted({ value, facts }: Acted<OverdueLine, typeof overdueActs>) {
      const index = this.data.list.findIndex(({ readerId }) => readerId === facts.readerId);
      if (index >= 0) this.setData({ [`list[${index}].why`]: whyNotReminded(value) });
    },
    async notActed() {
      await this.load();
    },
  }),
);
