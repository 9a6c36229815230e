import type { Branch, SearchResult, SearchSort } from '../../../../../typings/contract';
import type { Question } from '../../../../lib/find';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery } from '../../../../lib/routes';
import { branchName, knownBranches } from '../../branches';
import { classChips, type ClassChip, type Reading } from '../../titles-view';

/** The two lists of the whole collection that readers go through: what came lately, and what is borrowed most. */
const LISTS: Record<'newest' | 'most_borrowed', { title: string; about: string; reading: Reading }> = {
  newest: { title: '新到馆', about: '按入藏时间排列', reading: 'arrivals' },
  most_borrowed: { title: '借阅排行', about: '按借出次数排列', reading: 'ranked' },
};

Page({
  data: {
    look: lookNow(),
    about: '',
    reading: 'plain' as Reading,
    sort: 'newest' as SearchSort,
    question: null as Question | null,
    keepAs: '',
    clc: '',
    classes: [] as ClassChip[],
    branchId: '',
    branchName: '',
    branches: [] as Branch[],
    sheet: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    const sort = fromQuery(query, 'by') === 'most_borrowed' ? 'most_borrowed' : 'newest';
    const { title, about, reading } = LISTS[sort];
    wx.setNavigationBarTitle({ title });
    this.setData({ sort, about, reading });
    this.ask();
  },
  onShow() {
    keepLook(this);
  },
  onReachBottom() {
    void this.selectComponent('#titles')?.loadMore();
  },
  ask() {
    const { sort, clc, branchId } = this.data;
    this.setData({
      keepAs: clc || branchId ? '' : `search.find ${sort}`,
      question: { query: '', sort, ...(clc ? { clc } : {}), ...(branchId ? { branchId } : {}) },
    });
  },
  /** The classes to choose from are those of the list without one. */
  found(event: WechatMiniprogram.CustomEvent<{ result: SearchResult }>) {
    const { facets } = event.detail.result;
    if (facets && !this.data.clc) this.setData({ classes: classChips(facets) });
  },
  setClass(event: WechatMiniprogram.TouchEvent) {
    const clc = String(event.currentTarget.dataset.clc);
    if (clc === this.data.clc) return;
    this.setData({ clc });
    this.ask();
  },
  async chooseBranch() {
    this.setData({ sheet: true });
    this.setData({ branches: await knownBranches() });
  },
  closeSheet() {
    this.setData({ sheet: false });
  },
  setBranch(event: WechatMiniprogram.CustomEvent<{ branchId: string }>) {
    const { branchId } = event.detail;
    this.setData({ branchId, branchName: branchName(branchId), clc: '', sheet: false });
    this.ask();
  },
  anyBranch() {
    this.setData({ branchId: '', branchName: '', clc: '', sheet: false });
    this.ask();
  },
});
