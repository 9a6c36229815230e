import { deskListScreen } from '../../list-screen';
import { shelfLine } from '../../lists-view';

const screen = deskListScreen(
  'desk.holdShelf',
  (list, today) => list.map((row) => shelfLine(row, today)),
  ({ data }) => ('expiredOnly' in data && data.expiredOnly === true ? { expiredOnly: true } : {}),
);

Page({
  ...screen,
  data: { ...screen.data, expiredOnly: false },
  onLoad({ expired }: { expired?: string }) {
    if (expired) this.setData({ expiredOnly: true });
  },
  setFilter(event: WechatMiniprogram.TouchEvent) {
    const expiredOnly = event.currentTarget.dataset.on === 'yes';
    if (expiredOnly === this.data.expiredOnly) return;
    this.setData({ expiredOnly, list: [], next: '', state: { kind: 'loading' } });
    void this.load();
  },
});
