import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, asking, commentField, notAsking, type Asking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { othersOf, reviewsView, type ReviewsView } from '../../reviews-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    open: true,
    average: '',
    nearest: 0,
    count: 0,
    bars: [] as ReviewsView['bars'],
    mine: null as ReviewsView['mine'],
    list: [] as ReviewsView['list'],
    next: '',
    more: 'idle' as More,
    ask: notAsking as Asking,
    asked: '',
  },
  titleId: '',

  onLoad(query: Record<string, string | undefined>) {
    this.titleId = fromQuery(query, 'titleId');
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
    await load(this, {
      action: 'reviews.list',
      input: { titleId: this.titleId },
      show: (value) => ({ ...reviewsView(value, libraryToday()), next: value.next ?? '', more: 'idle' }),
    });
  },
  async loadMore() {
    await loadMore<'reviews.list'>(this, {
      action: 'reviews.list',
      input: { titleId: this.titleId },
      rows: (value) => othersOf(value, libraryToday()),
    });
  },
  write() {
    open(routes.writeReview(this.titleId));
  },
  report(event: WechatMiniprogram.CustomEvent<{ reviewId: string }>) {
    const ask = asking('report', {
      heading: '举报这条书评',
      note: '馆员会再看一遍，由馆员决定是否撤下。写书评的读者不会知道是谁举报的。',
      fields: [commentField('理由', '例如：剧透、广告、与书无关')],
      confirm: '提交举报',
    });
    this.setData({ asked: event.detail.reviewId, ask });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const why = (event.detail.answers.comment ?? '').trim();
    const reviewId = this.data.asked;
    const done = await answerWith(this, () => act('reviews.report', { reviewId, why }));
    if (done) wx.showToast({ title: '已交给馆员', icon: 'success' });
  },
});
