import type { SearchFacets, SearchResult, SearchSort } from '../../../typings/contract';
import { ask, type Output } from '../../lib/call';
import { findMore, type Question } from '../../lib/find';
import { keep, kept } from '../../lib/keep';
import { load, type PageState } from '../../lib/load';
import { keepLook, lookNow } from '../../lib/look';
import type { More } from '../../lib/more';
import { forgetSearches, recentSearches, rememberSearch } from '../../lib/recent-searches';
import { open, routes } from '../../lib/routes';
import { takeHanded } from '../../lib/search-for';
import { knownMe, libraryToday } from '../../lib/session';
import { hitRow, type HitRow } from '../../components/hit-row/hit-view';
import {
  branchNamesOf,
  filtersOf,
  howMany,
  keptForNext,
  nothingChosen,
  toggled,
  type BranchNames,
  type Chosen,
  type Group,
} from './chosen';
import { entrances } from './entrances';
import { chips, shelfCount, shelfNote, type Chip } from './facets-view';
import { popularSearches } from './popular';
import { answerView, isbnIn, scannedQuery, sorts } from './search-view';

/** The last answer and its question: shown again without a network, to the same question only. */
const LAST = 'search.last';
interface Last {
  question: string;
  result: SearchResult;
}

Page({
  data: {
    look: lookNow(),
    state: { kind: 'ready' } as PageState,
    replacing: false,
    typed: '',
    suggesting: false,
    /** What the shown results answer; '' before the first search. */
    asked: '',
    recent: recentSearches(),
    popular: [] as string[],
    entrances,
    sorts,
    sort: 'relevance' as SearchSort,
    chosen: nothingChosen,
    narrowed: 0,
    chips: [] as Chip[],
    chipsAt: '',
    list: [] as HitRow[],
    total: '',
    end: '',
    didYouMean: '',
    advice: '',
    nextPage: 0,
    more: 'idle' as More,
    /** The answer has facets to narrow it by. */
    canNarrow: false,
    sheet: false,
    /** What the sheet begins with. */
    known: null as null | { facets: SearchFacets; total: number; totalIsAtLeast: boolean; shelf: string },
    branches: {} as BranchNames,
    thisYear: 0,
    /** An ISBN that nobody has catalogued yet, for staff. */
    newIsbn: '',
  },
  result: null as SearchResult | null,
  shelf: null as Output<'search.onShelf'> | null,

  onShow() {
    keepLook(this);
    const handed = takeHanded();
    if (handed?.scanned) void this.searchScanned(handed.text);
    else if (handed) void this.begin(handed.text);
    else if (!this.data.asked) this.showStart();
  },
  onReachBottom() {
    if (this.data.asked && !this.data.suggesting) void this.loadMore();
  },

  /** `typed` follows by itself (model:value): to write it back while somebody types would disturb a composition. */
  type(event: WechatMiniprogram.Input) {
    const typed = event.detail.value.trim();
    const suggesting = typed !== '' && typed !== this.data.asked;
    if (suggesting !== this.data.suggesting) this.setData({ suggesting });
  },
  /** Back to where a search starts. */
  clear() {
    this.result = null;
    this.setData({
      typed: '',
      suggesting: false,
      asked: '',
      chosen: nothingChosen,
      narrowed: 0,
      list: [],
      nextPage: 0,
      state: { kind: 'ready' },
    });
    this.showStart();
  },
  confirm() {
    void this.begin(this.data.typed);
  },
  again(event: WechatMiniprogram.TouchEvent) {
    void this.begin(String(event.currentTarget.dataset.query));
  },
  choose(event: WechatMiniprogram.CustomEvent<{ text: string }>) {
    void this.begin(event.detail.text);
  },
  backToResults() {
    this.setData({ typed: this.data.asked, suggesting: false });
  },
  forget() {
    forgetSearches();
    this.setData({ recent: [] });
  },
  showStart() {
    // Another reader may hold the phone now: what the former one searched for is gone with them.
    const recent = recentSearches();
    if (recent.join('\n') !== this.data.recent.join('\n')) this.setData({ recent });
    void this.showPopular();
  },
  async showPopular() {
    const popular = await popularSearches();
    if (popular.join() !== this.data.popular.join()) this.setData({ popular });
  },
  scan() {
    wx.scanCode({
      scanType: ['barCode', 'qrCode'],
      success: ({ result }) => void this.searchScanned(result),
    });
  },
  /** A scanned book that is found as the only one opens at once: that is what the reader holds in the hand. */
  async searchScanned(code: string) {
    this.setData({ chosen: nothingChosen });
    const result = await this.begin(scannedQuery(code), 'scanned');
    const only = result?.total === 1 ? result.list[0] : undefined;
    if (only) open(routes.title(only.titleId));
  },

  /** A new search: what narrowed the former one is over, but for the branch and the shelf. */
  async begin(text: string, how: 'typed' | 'scanned' = 'typed'): Promise<SearchResult | undefined> {
    const asked = text.trim();
    if (!asked) return undefined;
    const chosen = keptForNext(this.data.chosen);
    this.shelf = null;
    this.setData({
      asked,
      typed: asked,
      suggesting: false,
      sort: 'relevance',
      chosen,
      narrowed: howMany(chosen),
      chips: this.chips(chosen, this.data.branches),
      // Nothing stands there that could stay until the answer comes.
      ...(this.data.list.length === 0 ? { state: { kind: 'loading' } } : {}),
      ...(how === 'typed' ? { recent: rememberSearch(asked) } : {}),
    });
    return this.find();
  },
  /** Asks what stands in the data, and shows the answer from its beginning. */
  async find(): Promise<SearchResult | undefined> {
    this.setData({ more: 'idle', newIsbn: '' });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    const question = this.question();
    const outcome = await load(this, {
      action: 'search.find',
      input: question,
      replaces: true,
      show: (result) => this.shown(result, null),
    });
    if (!this.isStill(question)) return undefined;
    if (outcome.kind !== 'value') {
      if (outcome.kind === 'offline') this.showLast(question);
      return undefined;
    }
    keep<Last>(LAST, { question: JSON.stringify(question), result: outcome.value });
    void this.countShelf(question);
    return outcome.value;
  },
  shown(result: SearchResult, shelf: Output<'search.onShelf'> | null) {
    const { asked, chosen, sort } = this.data;
    this.result = result;
    this.shelf = shelf;
    const branches = { ...this.data.branches, ...branchNamesOf(result.facets ?? { branches: [] }) };
    const isbn = knownMe()?.staff && result.list.length === 0 ? isbnIn(asked) : '';
    return {
      ...answerView(result, { query: asked, narrowed: howMany(chosen) > 0, sort }, libraryToday()),
      branches,
      chips: this.chips(chosen, branches),
      canNarrow: Boolean(result.facets),
      newIsbn: isbn,
    };
  },
  chips(chosen: Chosen, branches: BranchNames): Chip[] {
    const { facets = null, total = 0 } = this.result ?? {};
    const thisYear = Number(libraryToday().slice(0, 4));
    return chips(facets, chosen, shelfCount(this.shelf, total), { branches, thisYear, total });
  },
  /** How many of them stand on a shelf now comes after the list and never holds it up. */
  async countShelf(question: Question) {
    const { query, sort: _, ...filters } = question;
    const outcome = await ask('search.onShelf', { query, ...filters });
    if (outcome.kind !== 'value' || !this.isStill(question)) return;
    this.shelf = outcome.value;
    this.setData({ chips: this.chips(this.data.chosen, this.data.branches) });
  },
  showLast(question: Question) {
    const last = kept<Last>(LAST);
    if (last?.value.question !== JSON.stringify(question)) return;
    this.setData({
      ...this.shown(last.value.result, null),
      state: { kind: 'ready', offline: true, at: last.at },
    });
  },
  async loadMore() {
    const today = libraryToday();
    await findMore(
      this,
      () => this.question(),
      ({ list }) => list.map((hit) => hitRow(hit, today)),
    );
  },
  question(): Question {
    const { asked, chosen, sort } = this.data;
    return { query: asked, ...(sort === 'relevance' ? {} : { sort }), ...filtersOf(chosen) };
  },
  isStill(question: Question): boolean {
    return JSON.stringify(this.question()) === JSON.stringify(question);
  },

  narrow(chosen: Chosen) {
    // The row begins anew: what is chosen stands first.
    const chipsAt = this.data.chipsAt === 'chips-a' ? 'chips-b' : 'chips-a';
    this.shelf = null;
    this.setData({
      chosen,
      narrowed: howMany(chosen),
      chips: this.chips(chosen, this.data.branches),
      chipsAt,
      sheet: false,
    });
    void this.find();
  },
  toggleChip(event: WechatMiniprogram.TouchEvent) {
    const { group, value } = event.currentTarget.dataset as { group: Group | 'onShelfOnly'; value: string };
    this.narrow(toggled(this.data.chosen, group, String(value)));
  },
  applyFilters(event: WechatMiniprogram.CustomEvent<{ chosen: Chosen }>) {
    this.narrow(event.detail.chosen);
  },
  openFilters() {
    const { facets, total = 0, totalIsAtLeast = false } = this.result ?? {};
    if (!facets) return;
    const known = { facets, total, totalIsAtLeast, shelf: shelfNote(this.shelf, total) };
    // The sheet is there before it comes up: so it begins with what is known.
    this.setData({ known, thisYear: Number(libraryToday().slice(0, 4)) });
    this.setData({ sheet: true });
  },
  closeFilters() {
    this.setData({ sheet: false });
  },
  setSort(event: WechatMiniprogram.TouchEvent) {
    const sort = event.currentTarget.dataset.sort as SearchSort;
    if (sort === this.data.sort) return;
    this.setData({ sort });
    void this.find();
  },
  /** The button of the empty state. */
  relax() {
    if (this.data.narrowed > 0) this.narrow(nothingChosen);
    else this.clear();
  },
  /** For staff: a book that nobody has catalogued yet. */
  catalogue() {
    open(routes.catalogue(this.data.newIsbn));
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
  enter(event: WechatMiniprogram.TouchEvent) {
    open(String(event.currentTarget.dataset.url));
  },
});
