import type { Column } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { prepareMessages } from '../../../../lib/subscribe';
import { articleRow } from '../../article-view';
import { followColumn } from '../../follow';

type Followed = Column & { follows: boolean };

const articles = paged('articles.list', ({ list }, today) => list.map((card) => articleRow(card, today)), {
  keep: true,
});

Page(
  screen([given('columnId'), articles], {
    data: { columns: none<Followed>(), column: maybe<Followed>() },
    asked() {
      const { columnId } = this.data;
      return columnId ? { columnId } : {};
    },
    head({ columns }: Output<'articles.list'>) {
      void prepareMessages();
      return { columns, column: columns.find(({ columnId }) => columnId === this.data.columnId) ?? null };
    },
    narrow(event: WechatMiniprogram.TouchEvent) {
      void this.afresh({ columnId: dataOf(event).id ?? '' });
    },
    async follow() {
      const { column } = this.data;
      if (!column) return;
      const follows = await this.once('follow', () => followColumn(column.columnId, !column.follows));
      if (follows !== undefined) this.setData({ 'column.follows': follows });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(routes.article(dataOf(event).id ?? ''));
    },
    onShareAppMessage() {
      const { column } = this.data;
      return {
        title: column ? `栏目“${column.name}”` : '图书馆的文章',
        path: routes.articlesOf(this.data.columnId),
      };
    },
  }),
);
