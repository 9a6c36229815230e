import type { Outcome, Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { maybe } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { gathers } from '../../../../lib/screen/gathers';
import { given } from '../../../../lib/screen/given';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { libraryToday } from '../../../../lib/session';
import { prepareMessages } from '../../../../lib/subscribe';
import { ask } from '../../../../lib/call';
import { articleView, type ArticleView } from '../../article-view';
import { followColumn } from '../../follow';
import { keepPlace, placeIn } from '../../place';
import { sounding } from '../../../../lib/screen/sounding';

type Answer = Output<'articles.show'>;

/** A step of the line above that shows how far one has read; smaller ones are not drawn. */
const STEP = 0.02;

/** An article as readers see it; with `preview`, as they will. */
Page(
  screen([given('articleId', 'preview'), gathers<Answer>('opened'), opensTitle, sounding], {
    data: { article: maybe<ArticleView>(), follows: false, read: 0, resume: 0 },
    undrawn: () => ({ share: 0, length: 0 }),
    gather(): Promise<Outcome<Answer>> {
      const { articleId, preview } = this.data;
      return preview ? ask('articleDesk.preview', { articleId }) : ask('articles.show', { articleId });
    },
    shown(page: Answer) {
      void prepareMessages();
      if (!this.data.article) this.undrawn.share = 0;
      const resume = this.data.preview ? 0 : Math.round(100 * placeIn(this.data.articleId));
      return { article: articleView(page, libraryToday(), Date.now()), follows: page.follows, resume };
    },
    onHide() {
      this.leave();
    },
    onUnload() {
      this.leave();
    },
    leave() {
      if (this.data.article && !this.data.preview && this.undrawn.share > 0)
        keepPlace(this.data.articleId, this.undrawn.share);
    },
    onPageScroll({ scrollTop }: { scrollTop: number }) {
      if (this.undrawn.length === 0) {
        this.measure();
        return;
      }
      const share = Math.min(1, Math.max(0, scrollTop / this.undrawn.length));
      this.undrawn.share = share;
      const changed: Record<string, number> = {};
      if (Math.abs(share - this.data.read / 100) >= STEP || share === 1)
        changed.read = Math.round(share * 100);
      if (this.data.resume > 0 && share > 0.02) changed.resume = 0;
      if (Object.keys(changed).length > 0) this.setData(changed);
    },
    /** How far one can scroll, known once all of it is drawn. */
    measure(then?: (length: number) => void) {
      wx.createSelectorQuery()
        .select('.article')
        .boundingClientRect(({ height }) => {
          const length = Math.max(1, height - wx.getWindowInfo().windowHeight);
          this.undrawn.length = length;
          then?.(length);
        })
        .exec();
    },
    goOn() {
      const share = placeIn(this.data.articleId);
      this.setData({ resume: 0 });
      this.measure((length) => wx.pageScrollTo({ scrollTop: share * length, duration: 300 }));
    },
    look(event: WechatMiniprogram.TouchEvent) {
      const { article } = this.data;
      if (article) wx.previewImage({ urls: article.pictures, current: dataOf(event).id ?? '' });
    },
    async follow() {
      const { article, follows, preview } = this.data;
      if (!article || preview) return;
      const now = await this.once('follow', () => followColumn(article.columnId, !follows));
      if (now !== undefined) this.setData({ follows: now });
    },
    openColumn() {
      if (this.data.article) open(routes.articlesOf(this.data.article.columnId));
    },
    openEvent(event: Said<{ eventId: string }>) {
      open(routes.event(event.detail.eventId));
    },
    onShareAppMessage() {
      const { article, articleId } = this.data;
      return {
        title: article?.title ?? '图书馆的文章',
        path: routes.article(articleId),
        ...(article?.cover && { imageUrl: article.cover }),
      };
    },
  }),
);
