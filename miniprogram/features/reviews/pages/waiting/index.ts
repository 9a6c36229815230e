import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, asking, commentField, notAsking, type Asking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { deskRow, type DeskRow } from '../../reviews-view';
import { askSwitch } from '../../switch-ask';

type What = 'waiting' | 'reported';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    what: 'waiting' as What,
    list: [] as DeskRow[],
    next: '',
    more: 'idle' as More,
    waiting: 0,
    reported: 0,
    open: false,
    checkFirst: true,
    maySwitch: false,
    busy: '',
    ask: notAsking as Asking,
    asked: null as DeskRow | null,
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
      action: 'reviewDesk.list',
      input: { what: this.data.what },
      show: ({ list, next, ...facts }) => ({
        ...facts,
        list: list.map((review) => deskRow(review, libraryToday())),
        next: next ?? '',
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    await loadMore<'reviewDesk.list'>(this, {
      action: 'reviewDesk.list',
      input: { what: this.data.what },
      rows: ({ list }) => list.map((review) => deskRow(review, libraryToday())),
    });
  },
  show(event: WechatMiniprogram.TouchEvent) {
    const what: What = event.currentTarget.dataset.what === 'reported' ? 'reported' : 'waiting';
    if (what === this.data.what) return;
    this.setData({ what, list: [], state: { kind: 'loading' } });
    void this.load();
  },
  rowOf(event: WechatMiniprogram.TouchEvent): DeskRow | undefined {
    return this.data.list.find(({ reviewId }: DeskRow) => reviewId === event.currentTarget.dataset.id);
  },
  async allow(event: WechatMiniprogram.TouchEvent) {
    const row = this.rowOf(event);
    if (!row || this.data.busy) return;
    this.setData({ busy: row.reviewId });
    const outcome = await act('reviewDesk.decide', {
      reviewId: row.reviewId,
      at: row.at,
      allow: true,
      why: '',
    });
    this.setData({ busy: '' });
    tell(outcome, this.data.what === 'waiting' ? '已发表' : '已保留');
    await this.load();
  },
  refuse(event: WechatMiniprogram.TouchEvent) {
    const row = this.rowOf(event);
    if (!row) return;
    const ask = asking('refuse', {
      heading: this.data.what === 'waiting' ? '不通过这条书评' : '撤下这条书评',
      note: '理由会告诉写书评的读者，请写清楚怎样修改。',
      fields: [commentField('理由', '例如：请不要剧透结局')],
      confirm: this.data.what === 'waiting' ? '不通过' : '撤下',
    });
    this.setData({ asked: row, ask });
  },
  changeSwitch() {
    this.setData({ ask: askSwitch(this.data.open, this.data.checkFirst) });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const { answers } = event.detail;
    const done =
      this.data.ask.what === 'switch' ? await this.turnSwitch(answers) : await this.refuseWith(answers);
    if (done) await this.load();
  },
  async turnSwitch(answers: Answers): Promise<boolean> {
    const input = { open: answers.open === 'yes', checkFirst: answers.checkFirst === 'yes' };
    const done = await answerWith(this, () => act('reviewDesk.setOpen', input));
    if (done) wx.showToast({ title: '已保存，一分钟内生效', icon: 'none' });
    return done !== undefined;
  },
  async refuseWith(answers: Answers): Promise<boolean> {
    const row = this.data.asked;
    if (!row) return false;
    const why = (answers.comment ?? '').trim();
    const done = await answerWith(this, () =>
      act('reviewDesk.decide', { reviewId: row.reviewId, at: row.at, allow: false, why }),
    );
    return done !== undefined;
  },
  openTitle(event: WechatMiniprogram.TouchEvent) {
    open(routes.title(String(event.currentTarget.dataset.id)));
  },
});
