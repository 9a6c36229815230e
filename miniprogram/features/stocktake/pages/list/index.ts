import type { Branch } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { open } from '../../../../lib/routes';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { stocktakeRoutes } from '../../routes';
import { shelvesMatching, stocktakeCard } from '../../stocktake-view';

const stocktakes = paged('stocktake.list', ({ list }, today) =>
  list.map((each) => stocktakeCard(each, today)),
);

Page(
  screen([wide, stocktakes, submits()], {
    data: {
      branches: none<Branch>(),
      branchId: '',
      starting: false,
      /** All shelving places, and those that match what was typed. */
      shelves: none<string>(),
      matching: none<string>(),
      hidden: 0,
      shelvesState: one<'loading' | 'ready' | 'failed'>('loading'),
      shelf: '',
    },
    undrawn: () => ({ from: '', to: '' }),
    async asked(): Promise<{ branchId: string } | undefined> {
      if (!this.data.branchId) await this.findBranch();
      const { branchId } = this.data;
      return branchId ? { branchId } : undefined;
    },
    /**
     * The staff's own branch to begin with. A reading of its own: who is not of the staff is told so here.
     */
    async findBranch(): Promise<void> {
      const outcome = await load(this, {
        action: 'desk.today',
        input: {},
        show: ({ branchId }) => ({ branchId }),
      });
      if (outcome.kind !== 'value') return;
      const branches = await ask('catalogue.branches', {});
      if (branches.kind === 'value') this.setData({ branches: branches.value.list });
    },
    chooseBranch(event: WechatMiniprogram.TouchEvent) {
      const { id = '' } = dataOf(event);
      this.setData({ branchId: id, list: [], next: '', shelves: [] });
      void this.load();
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      const { id = '' } = dataOf(event);
      const finished = this.data.list.some((each) => each.stocktakeId === id && each.finished);
      open(finished ? stocktakeRoutes.report(id) : stocktakeRoutes.count(id));
    },

    begin() {
      Object.assign(this.undrawn, { from: '', to: '' });
      this.setData({ starting: true, shelf: '', refusals: [] });
      this.match('');
      void this.loadShelves();
    },
    async loadShelves() {
      const { branchId, shelves } = this.data;
      if (shelves.length > 0) return;
      this.setData({ shelvesState: 'loading' });
      const outcome = await ask('stocktake.shelves', { branchId });
      if (outcome.kind !== 'value') {
        this.setData({ shelvesState: 'failed' });
        return;
      }
      this.setData({ shelves: outcome.value.list, shelvesState: 'ready' });
      this.match('');
    },
    /** A large branch has hundreds of places: a few words find the one. */
    match(words: string) {
      this.setData(shelvesMatching(this.data.shelves, words));
    },
    typeShelf(event: WechatMiniprogram.Input) {
      this.match(event.detail.value);
    },
    stop() {
      if (!this.data.busy) this.setData({ starting: false });
    },
    chooseShelf(event: WechatMiniprogram.TouchEvent) {
      this.setData({ shelf: dataOf(event).shelf ?? '' });
    },
    type(event: WechatMiniprogram.Input) {
      const end = dataOf(event).what === 'to' ? 'to' : 'from';
      this.undrawn[end] = event.detail.value;
    },
    async start() {
      const { branchId, shelf } = this.data;
      const { from, to } = this.undrawn;
      const range = { branchId, shelf, fromCallNumber: from.trim(), toCallNumber: to.trim() };
      const started = await this.submit('start', '没有开始', () => act('stocktake.start', range));
      if (!started) return;
      this.setData({ starting: false });
      open(stocktakeRoutes.count(started.stocktakeId));
    },
  }),
);
