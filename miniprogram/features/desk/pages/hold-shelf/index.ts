import { dataOf } from '../../../../lib/screen/event';
import type { Query } from '../../../../lib/screen/part';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deskList } from '../../desk-list';
import { shelfLine } from '../../lists-view';

const copies = deskList('desk.holdShelf', ({ list }, today) => list.map((row) => shelfLine(row, today)));

Page(
  screen([wide, copies], {
    data: { expiredOnly: false },
    onLoad({ expired }: Query) {
      if (expired) this.setData({ expiredOnly: true });
    },
    narrowed() {
      return this.data.expiredOnly ? { expiredOnly: true } : {};
    },
    setFilter(event: WechatMiniprogram.TouchEvent) {
      const expiredOnly = dataOf(event).on === 'yes';
      if (expiredOnly !== this.data.expiredOnly) void this.afresh({ expiredOnly });
    },
  }),
);
