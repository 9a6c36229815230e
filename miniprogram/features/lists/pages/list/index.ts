import type { LocalDate } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import type { Outcome, Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { given } from '../../../../lib/screen/given';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { maybe } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { arranging } from '../../arranging';
import { listActs, type ListFacts } from '../../list-acts';
import { headView, type HeadView } from '../../list-view';
import { titlesForReaders } from '../../titles-of';

Page(
  screen([wide, given('listId'), titlesForReaders, acts(listActs), arranging('lists'), opensTitle], {
    data: {
      head: maybe<HeadView>(),
      /** The sheet with what can be done with the list. */
      acting: false,
    },
    onLoad() {
      wx.hideShareMenu({});
    },
    onShareAppMessage() {
      const { head, listId } = this.data;
      return head?.isPublic
        ? { title: `书单：${head.name}`, path: routes.list(listId) }
        : { title: '图书馆的书单', path: routes.lists };
    },
    asked() {
      return { listId: this.data.listId };
    },
    head(page: Output<'lists.page'>, today: LocalDate) {
      return { head: headView(page, today) };
    },
    loaded(outcome: Outcome<Output<'lists.page'>>) {
      // A list that only its owner sees cannot be passed on: whoever got the link would be refused.
      if (outcome.kind === 'value' && outcome.value.head.shown === 'public') wx.showShareMenu({});
    },
    /** After a change of the titles; new words take the list back to its owner. */
    changed(titles: number, words: boolean) {
      this.setData({ 'head.titles': titles });
      if (words || titles === 0) void this.load();
    },
    findBooks() {
      open(routes.search);
    },

    act() {
      this.setData({ acting: true });
    },
    stopActing() {
      this.setData({ acting: false });
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { head, listId } = this.data;
      this.setData({ acting: false });
      if (head) void this.start(dataOf(event).act ?? '', { listId, head });
    },
    async acted({ id, value, facts, answers }: Acted<ListFacts, typeof listActs>) {
      if (id === 'note' && facts.row) return this.noted(facts.row, (answers.note ?? '').trim(), value.titles);
      if (id === 'remove') {
        wx.navigateBack({ fail: () => wx.redirectTo({ url: routes.myLists }) });
        return;
      }
      if (id === 'withdraw') wx.hideShareMenu({});
      await this.load();
    },
  }),
);
