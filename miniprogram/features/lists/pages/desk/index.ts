import type { Acted } from '../../../../lib/acts';
import { act } from '../../../../lib/call';
import { load, type PageState } from '../../../../lib/load';
import { loadMore, type More } from '../../../../lib/more';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { refresh } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { newListActs } from '../../list-acts';
import { ownCardView, type CardView } from '../../list-view';
import { listRoutes } from '../../routes';

type Part = 'library' | 'waiting' | 'public';

/** Three lists take turns on this page, of two actions: so it loads by itself. */
Page(
  screen([wide, acts(newListActs)], {
    data: {
      state: one<PageState>({ kind: 'loading' }),
      part: one<Part>('library'),
      waiting: 0,
      readersOpen: false,
      staffName: '',
      list: none<CardView>(),
      next: '',
      more: one<More>('idle'),
    },
    async onShow() {
      await this.load();
    },
    onPullDownRefresh: refresh,
    onReachBottom() {
      void this.loadMore();
    },
    async load() {
      const { part } = this.data;
      if (part === 'library') {
        await load(this, {
          action: 'listDesk.list',
          input: {},
          show: ({ list, next = '', waiting, readersOpen, staffName }) => ({
            list: list.map(ownCardView),
            next,
            more: 'idle',
            waiting,
            readersOpen,
            staffName,
          }),
        });
        return;
      }
      await load(this, {
        action: 'listDesk.offered',
        input: { shown: part },
        show: ({ list, next = '' }) => ({
          list: list.map(ownCardView),
          next,
          more: 'idle',
          ...(part === 'waiting' && !next && { waiting: list.length }),
        }),
      });
    },
    async loadMore() {
      const { part } = this.data;
      const rows = ({ list }: { list: Parameters<typeof ownCardView>[0][] }) => list.map(ownCardView);
      if (part === 'library') await loadMore(this, { action: 'listDesk.list', input: {}, rows });
      else await loadMore(this, { action: 'listDesk.offered', input: { shown: part }, rows });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const part = PARTS.find((each) => each === dataOf(event).part);
      if (!part || part === this.data.part) return;
      this.setData({ part, list: [], next: '', state: { kind: 'loading' } });
      void this.load();
    },
    openList(event: Said<{ listId: string }>) {
      const { listId } = event.detail;
      open(this.data.part === 'library' ? listRoutes.edit(listId) : listRoutes.review(listId));
    },
    /** Two neighbours change places. */
    async move(event: WechatMiniprogram.TouchEvent) {
      const index = Number(dataOf(event).index);
      const to = index + Number(dataOf(event).by);
      const { [index]: moved, [to]: other } = this.data.list;
      if (!moved || !other) return;
      const { listId } = moved;
      const done = await this.does(listId, () =>
        act('listDesk.exchange', { listId, withListId: other.listId }),
      );
      if (done) this.setData({ [`list[${index}]`]: other, [`list[${to}]`]: moved });
    },
    begin() {
      void this.start('library', { staffName: this.data.staffName });
    },
    acted({ value }: Acted<{ staffName: string }, typeof newListActs>) {
      open(listRoutes.edit(value.listId));
    },
    async flipOpen() {
      const { readersOpen } = this.data;
      const flipped = await this.does(
        'switch',
        () => act('listDesk.openToReaders', { open: !readersOpen }),
        '已保存',
      );
      if (flipped) this.setData({ readersOpen: flipped.readersOpen });
    },
  }),
);

const PARTS: readonly Part[] = ['library', 'waiting', 'public'];
