import { act } from '../../lib/call';
import { dataOf, type Said } from '../../lib/screen/event';
import type { Acts } from '../../lib/screen/acts';
import type { Once } from '../../lib/screen/once';
import type { Drawn, Part } from '../../lib/screen/part';
import { movedTo, withoutRow, type Step } from './arrange';
import type { ListFacts } from './list-acts';
import type { HeadView, TitleRow } from './list-view';

/** Which door the page speaks to: one's own lists, or the library's. */
type Door = 'lists' | 'listDesk';

interface Arranging {
  openMenu(event: WechatMiniprogram.BaseEvent): void;
  closeMenu(): void;
  step(event: Said<{ step: Step }>): Promise<void>;
  takeOff(): Promise<void>;
  askNote(): void;
  /** A title's note was saved: its row shows it. */
  noted(row: TitleRow, note: string, titles: number): void;
}

interface Wants {
  /** Something of the list changed: how many titles it has now, and whether its words did. */
  changed(titles: number, words: boolean): void;
}

type Page = Drawn &
  Once &
  Wants &
  Pick<Acts<ListFacts>, 'start'> & {
    data: { head?: HeadView; listId: string; list: TitleRow[]; next: string; menu: number; busy: string };
    loadMore(): Promise<void>;
  };

const ARRANGING = 'arranging';

/**
 * What the owner of a list does with its titles, from the menu of one of them; the page has an act `note`.
 * The rows on the screen change once the library has answered; nothing is loaded anew, so that the place on
 * the page stays.
 */
export function arranging(door: Door): Part<{ menu: number }, Arranging, Wants> {
  const moving = door === 'lists' ? ('lists.move' as const) : ('listDesk.move' as const);
  const taking = door === 'lists' ? ('lists.take' as const) : ('listDesk.take' as const);
  return {
    name: 'arranging',
    /** Place of the title whose menu is open; -1: none. */
    data: () => ({ menu: -1 }),
    methods: {
      openMenu(this: Page, event) {
        this.setData({ menu: Number(dataOf(event).index) });
      },
      closeMenu(this: Page) {
        if (this.data.busy !== ARRANGING) this.setData({ menu: -1 });
      },
      async step(this: Page, { detail }) {
        if (this.data.busy) return;
        // The place behind the last row that is loaded lies on the next page.
        if (this.data.menu + 2 >= this.data.list.length && this.data.next) await this.loadMore();
        const { list, menu, next, listId } = this.data;
        const move = movedTo(list, menu, detail.step, next !== '');
        const row = list[menu];
        if (!move || !row) return;
        const input = { listId, titleId: row.listedAs, before: move.before };
        const moved = await this.does(ARRANGING, () => act(moving, input));
        if (!moved) return;
        this.setData({ list: move.list, menu: move.place });
        this.changed(moved.titles, false);
      },
      async takeOff(this: Page) {
        const { list, menu, listId } = this.data;
        const row = list[menu];
        if (!row) return;
        const taken = await this.does(
          ARRANGING,
          () => act(taking, { listId, titleId: row.listedAs }),
          '已移出',
        );
        if (!taken) return;
        this.setData({ menu: -1, ...withoutRow(list, menu, this.data.next) });
        this.changed(taken.titles, false);
      },
      askNote(this: Page) {
        const { head, listId, list, menu } = this.data;
        const row = list[menu];
        if (!row || !head) return;
        this.setData({ menu: -1 });
        void this.start('note', { listId, head, row });
      },
      noted(this: Page, row: TitleRow, note: string, titles: number) {
        const at = this.data.list.findIndex(({ listedAs }) => listedAs === row.listedAs);
        this.setData({ [`list[${at}].note`]: note });
        this.changed(titles, note !== row.note);
      },
    },
  };
}
