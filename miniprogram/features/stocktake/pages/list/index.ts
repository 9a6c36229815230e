import type { Branch } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import type { RefusalLine } from '../../../../lib/refusals';
import { open } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { headingOf, lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { stocktakeRoutes } from '../../routes';
import { stocktakeCard, type StocktakeCard } from '../../stocktake-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    branches: [] as Branch[],
    branchId: '',
    list: [] as StocktakeCard[],
    next: '',
    more: 'idle' as More,
    starting: false,
    /** All shelving places, and those that match what was typed. */
    shelves: [] as string[],
    matching: [] as string[],
    hidden: 0,
    shelvesState: 'loading' as 'loading' | 'ready' | 'failed',
    shelf: '',
    refusals: [] as RefusalLine[],
    no: '',
    busy: false,
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
    if (!this.data.branchId) {
      // The staff's own branch first; who is not of the staff is told so here.
      const outcome = await load(this, {
        action: 'desk.today',
        input: {},
        show: ({ branchId }) => ({ branchId }),
      });
      if (outcome.kind !== 'value') return;
      const branches = await ask('catalogue.branches', {});
      if (branches.kind === 'value') this.setData({ branches: branches.value.list });
    }
    await load(this, {
      action: 'stocktake.list',
      input: { branchId: this.data.branchId },
      show: ({ list, next = '' }) => ({
        list: list.map((each) => stocktakeCard(each, libraryToday())),
        next,
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    await loadMore(this, {
      action: 'stocktake.list',
      input: { branchId: this.data.branchId },
      rows: ({ list }) => list.map((each) => stocktakeCard(each, libraryToday())),
    });
  },
  chooseBranch(event: WechatMiniprogram.TouchEvent) {
    this.setData({ branchId: String(event.currentTarget.dataset.id), list: [], next: '', shelves: [] });
    void this.load();
  },
  openOne(event: WechatMiniprogram.TouchEvent) {
    const { id, finished } = event.currentTarget.dataset as { id: string; finished: boolean };
    open(finished ? stocktakeRoutes.report(id) : stocktakeRoutes.count(id));
  },
  begin() {
    typed.set(this, { from: '', to: '' });
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
    const parts = words.trim().split(/\s+/);
    const found = this.data.shelves.filter((shelf) => parts.every((part) => shelf.includes(part)));
    this.setData({ matching: found.slice(0, MOST_CHIPS), hidden: Math.max(0, found.length - MOST_CHIPS) });
  },
  typeShelf(event: WechatMiniprogram.Input) {
    this.match(event.detail.value);
  },
  stop() {
    if (!this.data.busy) this.setData({ starting: false });
  },
  chooseShelf(event: WechatMiniprogram.TouchEvent) {
    this.setData({ shelf: String(event.currentTarget.dataset.shelf) });
  },
  type(event: WechatMiniprogram.Input) {
    const known = typed.get(this) ?? { from: '', to: '' };
    typed.set(this, { ...known, [String(event.currentTarget.dataset.what)]: event.detail.value });
  },
  async start() {
    const { busy, branchId, shelf } = this.data;
    const { from = '', to = '' } = typed.get(this) ?? {};
    if (busy) return;
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('stocktake.start', {
      branchId,
      shelf,
      fromCallNumber: from.trim(),
      toCallNumber: to.trim(),
    });
    this.setData({ busy: false });
    if (outcome.kind !== 'value') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有开始') });
      return;
    }
    this.setData({ starting: false });
    open(stocktakeRoutes.count(outcome.value.stocktakeId));
  },
});

const MOST_CHIPS = 8;
const typed = new WeakMap<object, { from: string; to: string }>();
