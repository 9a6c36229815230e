import type { Branch, SearchSort } from '../../../../../typings/contract';
import type { Question } from '../../../../lib/find';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { branchName, knownBranches } from '../../branches';
import { classView, crumbsOf, headingOf, type ClassRow, type Crumb } from '../../class-view';

const SORTS: { sort: SearchSort; name: string }[] = [
  { sort: 'most_borrowed', name: '借阅最多' },
  { sort: 'newest', name: '最新入藏' },
];

/** This page in the stack. */
const CLASS_PAGE = routes.classes.slice(1);

/** A class of the classification: the classes below it with their counts, then its titles. At the top, the main classes alone. */
Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' } as { kind: string },
    replacing: false,
    clc: '',
    heading: '',
    crumbs: [] as Crumb[],
    rows: [] as ClassRow[],
    total: '',
    note: '',
    sorts: SORTS,
    sort: 'most_borrowed' as SearchSort,
    question: null as Question | null,
    branchId: '',
    branchName: '',
    branches: [] as Branch[],
    sheet: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    const clc = fromQuery(query, 'clc');
    const branchId = fromQuery(query, 'branchId');
    this.setData({
      clc,
      heading: headingOf(clc),
      crumbs: crumbsOf(clc),
      branchId,
      branchName: branchId ? branchName(branchId) : '',
    });
    this.ask();
  },
  onShow() {
    keepLook(this);
  },
  onReachBottom() {
    void this.selectComponent('#titles')?.loadMore();
  },
  /** The counts and, below the top, the titles: each by itself, so that neither waits for the other. */
  ask() {
    const { clc, branchId, sort } = this.data;
    if (clc) this.setData({ question: { query: '', clc, sort, ...(branchId ? { branchId } : {}) } });
    void this.load();
  },
  async load() {
    const { clc, branchId } = this.data;
    await load(this, {
      action: 'search.classes',
      input: { under: clc, ...(branchId ? { branchId } : {}) },
      ...(clc || branchId ? {} : { keepAs: 'search.classes' }),
      replaces: true,
      show: (answer) => classView(clc, answer),
    });
  },
  setSort(event: WechatMiniprogram.TouchEvent) {
    const sort = event.currentTarget.dataset.sort as SearchSort;
    if (sort === this.data.sort) return;
    const { question } = this.data;
    this.setData({ sort, ...(question ? { question: { ...question, sort } } : {}) });
  },
  openClass(event: WechatMiniprogram.TouchEvent) {
    open(routes.classOf(String(event.currentTarget.dataset.clc), this.data.branchId));
  },
  /** Up the tree: back to the page of that class where it is still open. */
  goUp(event: WechatMiniprogram.TouchEvent) {
    const clc = String(event.currentTarget.dataset.clc);
    const pages = getCurrentPages().map(({ route, options }) => `${route} ${fromQuery(options, 'clc')}`);
    const here = pages.length - 1;
    const at = pages.lastIndexOf(`${CLASS_PAGE} ${clc}`, here - 1);
    if (here > 0 && at >= 0) wx.navigateBack({ delta: here - at });
    else open(routes.classOf(clc, this.data.branchId));
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
    this.setData({ branchId, branchName: branchName(branchId), sheet: false });
    this.ask();
  },
  anyBranch() {
    this.setData({ branchId: '', branchName: '', sheet: false });
    this.ask();
  },
});
