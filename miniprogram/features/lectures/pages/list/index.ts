import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { lectureRow, type LectureRow } from '../../lecture-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    list: [] as LectureRow[],
    next: '',
    more: 'idle' as More,
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    void this.loadMore();
  },
  async load() {
    const today = libraryToday();
    await load(this, {
      action: 'lectures.list',
      input: {},
      keepAs: 'lectures.list',
      show: ({ list, next }) => ({
        list: list.map((lecture) => lectureRow(lecture, today)),
        next: next ?? '',
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    const today = libraryToday();
    await loadMore(this, {
      action: 'lectures.list',
      input: {},
      rows: ({ list }) => list.map((lecture) => lectureRow(lecture, today)),
    });
  },
  openLecture(event: WechatMiniprogram.TouchEvent) {
    open(routes.lecture(String(event.currentTarget.dataset.id)));
  },
  events() {
    open(routes.events);
  },
});
