import { act, type Output } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { profileDeskActs } from '../../desk-acts';
import { deskProfileRow } from '../../profile-view';

const profiles = paged('profileDesk.list', ({ list }, today) =>
  list.map((row) => deskProfileRow(row, today)),
);

Page(
  screen([wide, profiles, acts(profileDeskActs), loadsAgain], {
    data: { isOpen: true },
    head({ open: isOpen }: Output<'profileDesk.list'>) {
      return { isOpen };
    },
    async flip() {
      const open = !this.data.isOpen;
      const done = await this.does('flip', () => act('profileDesk.setOpen', { open }), '已保存');
      if (done) this.setData({ isOpen: done.open });
    },
    add(event: WechatMiniprogram.TouchEvent) {
      const { id: profileId = '', name = '' } = dataOf(event);
      void this.start('add', { profileId, name });
    },
  }),
);
