import { act, type Outcome, type Output } from '../../../../lib/call';
import { starNames } from '../../../../lib/ratings';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { headingOf, lines } from '../../../../lib/tell';
import { ownReviewActs } from '../../review-acts';
import { writingView } from '../../reviews-view';

const LONGEST = 500;

const written = loads('reviews.list', undefined, { when: 'opened' });

Page(
  screen([given('titleId'), written, submits(), acts(ownReviewActs)], {
    data: {
      open: true,
      hasCard: true,
      rating: 0,
      said: '',
      stars: [1, 2, 3, 4, 5],
      count: 0,
      longest: LONGEST,
    },
    /**
     * What is typed; the fields begin with `text` and `author` of the data. `given`: the name unless another
     * is typed.
     */
    undrawn: () => ({ text: '', author: '', given: '' }),
    asked() {
      return { titleId: this.data.titleId };
    },
    shown(answer: Output<'reviews.list'>) {
      const view = writingView(answer);
      Object.assign(this.undrawn, { text: view.text, author: view.author, given: answer.author });
      return { ...view };
    },
    rate(event: WechatMiniprogram.TouchEvent) {
      const rating = Number(dataOf(event).stars);
      this.setData({ rating, said: starNames[rating] ?? '', refusals: [] });
    },
    type(event: WechatMiniprogram.Input) {
      this.undrawn.text = event.detail.value;
      this.setData({ count: [...event.detail.value].length });
    },
    typeAuthor(event: WechatMiniprogram.Input) {
      this.undrawn.author = event.detail.value;
    },
    async send() {
      const { titleId, rating } = this.data;
      if (rating === 0) {
        this.missing('请先点几颗星。');
        return;
      }
      const author = this.undrawn.author.trim();
      const review = await this.submit('send', '没有提交', () =>
        act('reviews.write', {
          titleId,
          rating,
          text: this.undrawn.text.trim(),
          ...(author && author !== this.undrawn.given && { author }),
        }),
      );
      if (!review) return;
      const isShown = review.status === 'shown';
      wx.showToast({ title: isShown ? '已发表' : '已提交，馆员看过后发表', icon: 'none' });
      wx.navigateBack();
    },
    askRemove() {
      this.setData({ refusals: [] });
      void this.start('remove', this.data);
    },
    acted() {
      wx.navigateBack();
    },
    saysNo(outcome: Exclude<Outcome<unknown>, { kind: 'value' }>) {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有删除') });
    },
  }),
);
