import type { NoticeGroup } from '../../../../../typings/contract';
import { act, type Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { GROUPS, noticeRow } from '../../inbox-view';

const notices = paged('notices.list', ({ list }, today) => list.map((notice) => noticeRow(notice, today)), {
  keep: true,
});

Page(
  screen([notices], {
    data: { unread: 0, about: one<'' | NoticeGroup>(''), groups: GROUPS },
    asked() {
      const { about } = this.data;
      return about ? { about } : {};
    },
    narrow(event: WechatMiniprogram.TouchEvent) {
      const { id = '' } = dataOf(event);
      const about = GROUPS.find((group) => group.about === id)?.about ?? '';
      void this.afresh({ about });
    },
    head({ unread }: Output<'notices.list'>) {
      return { unread };
    },
    async openNotice(event: WechatMiniprogram.TouchEvent) {
      const i = Number(dataOf(event).index);
      const notice = this.data.list[i];
      if (!notice) return;
      if (notice.link) open(notice.link);
      if (notice.read) return;
      this.setData({ [`list[${i}].read`]: true, unread: Math.max(0, this.data.unread - 1) });
      const outcome = await act('notices.markRead', { noticeId: notice.noticeId });
      // Not worth a dialog over the page that just opened: the dot simply comes back.
      if (outcome.kind !== 'value') {
        this.setData({ [`list[${i}].read`]: false, unread: this.data.unread + 1 });
      }
    },
    async readAll() {
      const done = await this.does('all', () => act('notices.markAllRead', {}), '已全部标为已读');
      if (done) await this.load();
    },
    settings() {
      open(routes.noticeSettings);
    },
  }),
);
