import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import type { RefusalLine } from '../../../../lib/refusals';
import { open } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { deskWidth } from '../../../../lib/width';
import { chooseFile } from '../../choose-file';
import { importRoutes } from '../../routes';
import { runCard, type RunCard } from '../../run-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    list: [] as RunCard[],
    next: '',
    more: 'idle' as More,
    busy: false,
    wrong: [] as RefusalLine[],
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    void this.loadMore();
  },
  async load() {
    await load(this, {
      action: 'imports.list',
      input: {},
      show: ({ list, next = '' }) => ({
        list: list.map((run) => runCard(run, libraryToday())),
        next,
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    await loadMore(this, {
      action: 'imports.list',
      input: {},
      rows: ({ list }) => list.map((run) => runCard(run, libraryToday())),
    });
  },
  openOne(event: WechatMiniprogram.TouchEvent) {
    open(importRoutes.run(String(event.currentTarget.dataset.id)));
  },
  async choose() {
    if (this.data.busy) return;
    this.setData({ wrong: [] });
    const chosen = await chooseFile(() => this.setData({ busy: true }));
    this.setData({ busy: false });
    if (chosen.kind === 'wrong') {
      this.setData({ wrong: [{ code: 'wrong', text: chosen.text, next: chosen.next }] });
    }
    if (chosen.kind === 'chosen') open(importRoutes.look(chosen.fileId, chosen.fileName));
  },
});
