import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { starNames } from '../../../../lib/ratings';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery } from '../../../../lib/routes';
import { headingOf, lines } from '../../../../lib/tell';

const LONGEST = 500;

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    open: true,
    hasCard: true,
    isNew: true,
    rating: 0,
    said: '',
    stars: [1, 2, 3, 4, 5],
    /** What the fields begin with; what is typed stays in them. */
    text: '',
    author: '',
    count: 0,
    longest: LONGEST,
    busy: false,
    removing: false,
    refusals: [] as RefusalLine[],
    no: '',
  },
  titleId: '',
  typed: { text: '', author: '' },
  /** The name that stands there unless another is typed. */
  given: '',

  onLoad(query: Record<string, string | undefined>) {
    this.titleId = fromQuery(query, 'titleId');
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  async load() {
    await load(this, {
      action: 'reviews.list',
      input: { titleId: this.titleId },
      show: ({ open, mine, author: given }) => {
        const author = mine?.author ?? given;
        const text = mine?.text ?? '';
        this.given = given;
        this.typed = { text, author };
        const rating = mine?.rating ?? 0;
        return {
          open,
          hasCard: given !== '',
          isNew: !mine,
          rating,
          said: starNames[rating] ?? '',
          text,
          author,
          count: [...text].length,
        };
      },
    });
  },
  rate(event: WechatMiniprogram.TouchEvent) {
    const rating = Number(event.currentTarget.dataset.stars);
    this.setData({ rating, said: starNames[rating] ?? '', refusals: [] });
  },
  type(event: WechatMiniprogram.Input) {
    this.typed.text = event.detail.value;
    this.setData({ count: [...event.detail.value].length });
  },
  typeAuthor(event: WechatMiniprogram.Input) {
    this.typed.author = event.detail.value;
  },
  async submit() {
    const { busy, rating } = this.data;
    if (busy) return;
    if (rating === 0) {
      this.setData({ refusals: [{ code: 'empty', text: '请先点几颗星。' }], no: '' });
      return;
    }
    const author = this.typed.author.trim();
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('reviews.write', {
      titleId: this.titleId,
      rating,
      text: this.typed.text.trim(),
      ...(author && author !== this.given && { author }),
    });
    this.setData({ busy: false });
    if (outcome.kind !== 'value') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有提交') });
      return;
    }
    const isShown = outcome.value.status === 'shown';
    wx.showToast({ title: isShown ? '已发表' : '已提交，馆员看过后发表', icon: 'none' });
    wx.navigateBack();
  },
  askRemove() {
    this.setData({ removing: true });
  },
  keepIt() {
    this.setData({ removing: false });
  },
  async remove() {
    this.setData({ removing: false });
    if (this.data.busy) return;
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('reviews.remove', { titleId: this.titleId });
    this.setData({ busy: false });
    if (outcome.kind !== 'value') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有删除') });
      return;
    }
    wx.showToast({ title: '已删除', icon: 'success' });
    wx.navigateBack();
  },
});
