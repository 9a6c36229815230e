import type { Branch, SearchResult } from '../../../typings/contract';
import { ask, type Outcome } from '../../lib/call';
import { className, classes } from '../../lib/classes';
import { keep, kept } from '../../lib/keep';
import { load } from '../../lib/load';
import { keepLook, lookNow } from '../../lib/look';
import { open, routes } from '../../lib/routes';
import { libraryToday } from '../../lib/session';
import { forgetSearches, recentSearches, rememberSearch } from './recent';
import { advice, hitRow, scannedQuery, totalText, type HitRow } from './search-view';

const BRANCHES = 'catalogue.branches';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'ready' } as { kind: string },
    typed: '',
    /** What the shown results answer; null before the first search. */
    asked: null as string | null,
    recent: recentSearches(),
    classes,
    branches: [] as Branch[],
    branchId: '',
    branchName: '',
    clc: '',
    clcName: '',
    onShelfOnly: false,
    list: [] as HitRow[],
    total: '',
    advice: '',
    nextPage: 0,
    more: 'idle' as 'idle' | 'loading' | 'failed',
    sheet: '' as '' | 'branch' | 'class',
  },
  onShow() {
    keepLook(this);
    const handed: unknown = wx.getStorageSync('search-for');
    if (typeof handed !== 'string' || !handed) return;
    wx.removeStorageSync('search-for');
    void this.searchScanned(handed);
  },
  onReachBottom() {
    void this.loadMore();
  },

  type(event: WechatMiniprogram.Input) {
    this.setData({ typed: event.detail.value });
  },
  clear() {
    this.setData({ typed: '' });
    if (this.data.branchId || this.data.clc || this.data.onShelfOnly) void this.search();
    else this.setData({ asked: null, list: [], state: { kind: 'ready' } });
  },
  confirm() {
    const query = this.data.typed.trim();
    if (query) this.setData({ recent: rememberSearch(query) });
    void this.search();
  },
  again(event: WechatMiniprogram.TouchEvent) {
    this.setData({ typed: String(event.currentTarget.dataset.query) });
    this.confirm();
  },
  forget() {
    forgetSearches();
    this.setData({ recent: [] });
  },
  scan() {
    wx.scanCode({
      scanType: ['barCode', 'qrCode'],
      success: ({ result }) => void this.searchScanned(result),
    });
  },
  /** A scanned book that is found as the only one opens at once: that is what the reader holds in the hand. */
  async searchScanned(code: string) {
    this.setData({
      typed: scannedQuery(code),
      clc: '',
      clcName: '',
      branchId: '',
      branchName: '',
      onShelfOnly: false,
    });
    const outcome = await this.search();
    if (outcome.kind !== 'value' || outcome.value.total !== 1) return;
    const only = outcome.value.list[0];
    if (only) open(routes.title(only.titleId));
  },

  async search(): Promise<Outcome<SearchResult>> {
    const asked = this.data.typed.trim();
    this.setData({ asked, state: { kind: 'loading' }, list: [], total: '', more: 'idle' });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    const today = libraryToday();
    const filtered = Boolean(this.data.branchId || this.data.clc || this.data.onShelfOnly);
    return load(this, {
      action: 'search.find',
      input: this.input(1),
      show: (result) => ({
        list: result.list.map((hit) => hitRow(hit, today)),
        total: totalText(result),
        nextPage: result.nextPage ?? 0,
        advice: advice(asked, filtered),
      }),
    });
  },
  async loadMore() {
    const { nextPage, more, asked } = this.data;
    if (!nextPage || more === 'loading') return;
    this.setData({ more: 'loading' });
    const input = this.input(nextPage);
    const outcome = await ask('search.find', input);
    // Another search was begun meanwhile: this page belongs to the former one.
    if (this.data.asked !== asked || this.data.nextPage !== nextPage) return;
    if (outcome.kind !== 'value') {
      this.setData({ more: 'failed' });
      return;
    }
    const today = libraryToday();
    const start = this.data.list.length;
    const added = outcome.value.list.map((hit, i) => [`list[${start + i}]`, hitRow(hit, today)] as const);
    this.setData({ ...Object.fromEntries(added), nextPage: outcome.value.nextPage ?? 0, more: 'idle' });
  },
  input(page: number) {
    const { typed, branchId, clc, onShelfOnly } = this.data;
    return {
      query: typed.trim(),
      page,
      ...(branchId ? { branchId } : {}),
      ...(clc ? { clc } : {}),
      ...(onShelfOnly ? { onShelfOnly } : {}),
    };
  },

  toggleOnShelf() {
    this.setData({ onShelfOnly: !this.data.onShelfOnly });
    void this.search();
  },
  async chooseBranch() {
    this.setData({ sheet: 'branch', branches: kept<{ list: Branch[] }>(BRANCHES)?.value.list ?? [] });
    const outcome = await ask('catalogue.branches', {});
    if (outcome.kind === 'value') {
      keep(BRANCHES, outcome.value);
      this.setData({ branches: outcome.value.list });
    }
  },
  chooseClass() {
    this.setData({ sheet: 'class' });
  },
  closeSheet() {
    this.setData({ sheet: '' });
  },
  setBranch(event: WechatMiniprogram.CustomEvent<{ branchId: string }>) {
    const { branchId } = event.detail;
    const branch = this.data.branches.find((known) => known.branchId === branchId);
    this.setData({ branchId, branchName: branch?.name ?? '', sheet: '' });
    void this.search();
  },
  anyBranch() {
    this.setData({ branchId: '', branchName: '', sheet: '' });
    void this.search();
  },
  setClass(event: WechatMiniprogram.TouchEvent) {
    const clc = String(event.currentTarget.dataset.clc);
    this.setData({ clc, clcName: className(clc), sheet: '' });
    void this.search();
  },
  anyClass() {
    this.setData({ clc: '', clcName: '', sheet: '' });
    void this.search();
  },
  relax() {
    if (this.data.branchId || this.data.clc || this.data.onShelfOnly) {
      this.setData({ branchId: '', branchName: '', clc: '', clcName: '', onShelfOnly: false });
      void this.search();
    } else this.clear();
  },
  /** Back to the classes and recent searches. */
  reset() {
    this.setData({
      typed: '',
      asked: null,
      list: [],
      branchId: '',
      branchName: '',
      clc: '',
      clcName: '',
      onShelfOnly: false,
      state: { kind: 'ready' },
    });
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
});
