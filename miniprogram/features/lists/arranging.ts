import type { AskField } from '../../components/ask-sheet/fields';
import { answerWith, asking, notAsking, type Asking } from '../../lib/asking';
import { act, type Outcome } from '../../lib/call';
import { tell } from '../../lib/tell';
import { movedTo, withoutRow, type Step } from './arrange';
import type { HeadView, TitleRow } from './list-view';
import { PAUSES } from './words-ask';

/** Which door the page speaks to: one's own lists, or the library's. */
type Door = 'lists' | 'listDesk';

interface ArrangingPage {
  data: {
    head: Pick<HeadView, 'byReader' | 'shown'> | null;
    listId: string;
    list: TitleRow[];
    next: string;
    menu: number;
    noteAt: number;
    arranging: boolean;
    ask: Asking;
  };
  setData(data: Record<string, unknown>): void;
  loadMore(): Promise<void>;
  /** Something of the list changed: how many titles it has now, and whether its words did. */
  changed(titles: number, words: boolean): void;
}

export const arrangingData = {
  /** Place of the title whose menu is open, and of the one whose note is written; -1: none. */
  menu: -1,
  noteAt: -1,
  arranging: false,
  ask: notAsking,
};

/**
 * What the owner of a list does with its titles, from the menu of one of them. The rows on the screen change once the library
 * has answered; nothing is loaded anew, so that the place on the page stays.
 */
export function arranging(door: Door) {
  const moving = door === 'lists' ? ('lists.move' as const) : ('listDesk.move' as const);
  const taking = door === 'lists' ? ('lists.take' as const) : ('listDesk.take' as const);
  const noting = door === 'lists' ? ('lists.note' as const) : ('listDesk.note' as const);
  return {
    openMenu(this: ArrangingPage, event: WechatMiniprogram.BaseEvent) {
      this.setData({ menu: Number(event.currentTarget.dataset.index) });
    },
    closeMenu(this: ArrangingPage) {
      if (!this.data.arranging) this.setData({ menu: -1 });
    },
    async step(this: ArrangingPage, event: WechatMiniprogram.CustomEvent<{ step: Step }>) {
      if (this.data.arranging) return;
      // The place behind the last row that is loaded lies on the next page.
      if (this.data.menu + 2 >= this.data.list.length && this.data.next) await this.loadMore();
      const { list, menu, next, listId } = this.data;
      const move = movedTo(list, menu, event.detail.step, next !== '');
      const row = list[menu];
      if (!move || !row) return;
      this.setData({ arranging: true });
      const outcome = await act(moving, { listId, titleId: row.listedAs, before: move.before });
      this.setData({ arranging: false });
      if (!tell(outcome)) return;
      this.setData({ list: move.list, menu: move.place });
      this.changed(outcome.value.titles, false);
    },
    async takeOff(this: ArrangingPage) {
      const { list, menu, listId, arranging: isBusy } = this.data;
      const row = list[menu];
      if (!row || isBusy) return;
      this.setData({ arranging: true });
      const outcome = await act(taking, { listId, titleId: row.listedAs });
      this.setData({ arranging: false });
      if (!tell(outcome, '已移出')) return;
      this.setData({ menu: -1, ...withoutRow(list, menu, this.data.next) });
      this.changed(outcome.value.titles, false);
    },
    askNote(this: ArrangingPage) {
      const row = this.data.list[this.data.menu];
      if (!row) return;
      const field: AskField = {
        name: 'note',
        label: '推荐语',
        kind: 'lines',
        value: row.note,
        placeholder: '为什么推荐这本书',
        hint: '最多 120 个字；留空则不显示',
      };
      const { head } = this.data;
      const ask = asking('note', {
        heading: '推荐语',
        note: head?.byReader && head.shown !== 'private' ? PAUSES : row.book.title,
        fields: [field],
        confirm: '保存',
      });
      this.setData({ ask, noteAt: this.data.menu, menu: -1 });
    },
    async saveNote(this: ArrangingPage, answers: Record<string, string>) {
      const { list, noteAt, listId } = this.data;
      const row = list[noteAt];
      if (!row) return;
      const note = (answers.note ?? '').trim();
      const save = (): Promise<Outcome<{ titles: number }>> =>
        act(noting, { listId, titleId: row.listedAs, note });
      const saved = await answerWith(this, save);
      if (!saved) return;
      this.setData({ [`list[${noteAt}].note`]: note });
      this.changed(saved.titles, note !== row.note);
    },
  };
}
