import { act, type Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { announcementRow } from '../../announcement-view';
import { editAnnouncement } from '../../routes';

const announcements = paged('announcementDesk.list', ({ list }, today) =>
  list.map((one) => announcementRow(one, today)),
);

Page(
  screen([wide, announcements], {
    data: { isOpen: true },
    head({ open: isOpen }: Output<'announcementDesk.list'>) {
      return { isOpen };
    },
    async flip() {
      const wanted = !this.data.isOpen;
      const done = await this.does('flip', () => act('announcementDesk.setOpen', { open: wanted }), '已保存');
      if (done) this.setData({ isOpen: done.open });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(editAnnouncement(dataOf(event).id));
    },
    begin() {
      open(editAnnouncement());
    },
  }),
);
