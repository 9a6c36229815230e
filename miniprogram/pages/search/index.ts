import type { SearchFilters, SearchResult } from '../../../typings/contract';
import { ask } from '../../lib/call';
import { findMore, type Question } from '../../lib/find';
import { load, type PageState } from '../../lib/load';
import type { More } from '../../lib/more';
import { rememberSearch } from '../../lib/recent-searches';
import { open, routes } from '../../lib/routes';
import { maybe, none, one } from '../../lib/screen/empty';
import { dataOf, type Said } from '../../lib/screen/event';
import { opensTitle } from '../../lib/screen/opens-title';
import { screen } from '../../lib/screen/screen';
import { takeHanded } from '../../lib/search-for';
import { noteSearch } from '../../lib/search-trail';
import { knownMe, libraryToday } from '../../lib/session';
import { hitRow, type HitRow } from '../../components/hit-row/hit-view';
import { chosenFrom, keptForNext, nothingChosen } from './chosen';
import { keepAnswer, lastAnswer } from './last-answer';
import { narrowing, type Answer } from './narrowing';
import { answerView, isbnIn, questionOf, scannedQuery } from './search-view';
import { starting } from './starting';

/** One page asks many questions, each in place of the last: so it loads by itself. */
Page(
  screen([narrowing, starting, opensTitle], {
    data: {
      state: one<PageState>({ kind: 'ready' }),
      replacing: false,
      typed: '',
      suggesting: false,
      /** What the shown results answer; '' before the first search. */
      asked: '',
      list: none<HitRow>(),
      total: '',
      end: '',
      didYouMean: '',
      advice: '',
      nextPage: 0,
      more: one<More>('idle'),
      /** An ISBN that nobody has catalogued yet, for staff. */
      newIsbn: '',
    },
    undrawn: (): Answer => ({ result: maybe(), shelf: maybe() }),
    answer(): Answer {
      return this.undrawn;
    },

    onShow() {
      const handed = takeHanded();
      if (handed?.scanned) void this.searchScanned(handed.text);
      else if (handed) void this.begin(handed.text, 'typed', handed.filters);
      else if (!this.data.asked) void this.showStart();
    },
    onReachBottom() {
      if (this.data.asked && !this.data.suggesting) void this.loadMore();
    },

    // `typed` follows by itself (model:value): writing it back while somebody types ends a composition.
    type(event: WechatMiniprogram.Input) {
      const typed = event.detail.value.trim();
      const suggesting = typed !== '' && typed !== this.data.asked;
      if (suggesting !== this.data.suggesting) this.setData({ suggesting });
    },
    /** Back to where a search starts. */
    clear() {
      this.undrawn.result = null;
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
      void this.showStart();
    },
    confirm() {
      void this.begin(this.data.typed);
    },
    again(event: WechatMiniprogram.TouchEvent) {
      void this.begin(String(dataOf(event).query ?? ''));
    },
    choose(event: Said<{ text: string }>) {
      void this.begin(event.detail.text);
    },
    /** What a looser search found is not narrowed. */
    loosen(event: Said<{ text: string }>) {
      void this.begin(event.detail.text, 'typed', {});
    },
    backToResults() {
      this.setData({ typed: this.data.asked, suggesting: false });
    },
    scan() {
      wx.scanCode({
        scanType: ['barCode', 'qrCode'],
        success: ({ result }) => void this.searchScanned(result),
      });
    },
    /**
     * A scanned book that is found as the only one opens at once: that is what the reader holds in the hand.
     */
    async searchScanned(code: string) {
      this.setData({ chosen: nothingChosen });
      const result = await this.begin(scannedQuery(code), 'scanned');
      const only = result?.total === 1 ? result.list[0] : undefined;
      if (only) open(routes.title(only.titleId));
    },

    /**
     * A new search: what narrowed the former one is over, but for the branch and the shelf; a whole question
     * brings its own.
     */
    async begin(
      text: string,
      how: 'typed' | 'scanned' = 'typed',
      filters?: SearchFilters,
    ): Promise<SearchResult | undefined> {
      const asked = text.trim();
      if (!asked) return undefined;
      this.undrawn.shelf = null;
      this.setData({
        asked,
        typed: asked,
        suggesting: false,
        sort: 'relevance',
        ...this.chosenData(filters ? chosenFrom(filters) : keptForNext(this.data.chosen)),
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
      const question = questionOf(this.data);
      const outcome = await load(this, {
        action: 'search.find',
        input: question,
        replaces: true,
        show: (result) => this.shown(result),
      });
      if (!this.isStill(question)) return undefined;
      if (outcome.kind !== 'value') {
        if (outcome.kind === 'offline') this.showLast(question);
        return undefined;
      }
      noteSearch(question, outcome.value);
      keepAnswer(question, outcome.value);
      void this.countShelf(question);
      return outcome.value;
    },
    shown(result: SearchResult) {
      const { asked: query, narrowed, sort } = this.data;
      this.undrawn.result = result;
      this.undrawn.shelf = null;
      return {
        ...answerView(result, { query, narrowed: narrowed > 0, sort }, libraryToday()),
        ...this.facetsData(result),
        newIsbn: knownMe()?.staff && result.list.length === 0 ? isbnIn(query) : '',
      };
    },
    /** How many of them stand on a shelf now comes after the list and never holds it up. */
    async countShelf(question: Question) {
      const { query, sort: _, ...filters } = question;
      const outcome = await ask('search.onShelf', { query, ...filters });
      if (outcome.kind !== 'value' || !this.isStill(question)) return;
      this.undrawn.shelf = outcome.value;
      this.showShelf();
    },
    showLast(question: Question) {
      const last = lastAnswer(question);
      if (last)
        this.setData({ ...this.shown(last.result), state: { kind: 'ready', offline: true, at: last.at } });
    },
    async loadMore() {
      const today = libraryToday();
      await findMore(
        this,
        () => questionOf(this.data),
        ({ list }) => list.map((hit) => hitRow(hit, today)),
      );
    },
    isStill(question: Question): boolean {
      return JSON.stringify(questionOf(this.data)) === JSON.stringify(question);
    },
    /** The button of the empty state, where something was chosen. */
    relax() {
      this.narrow(nothingChosen);
    },
    /** For staff: a book that nobody has catalogued yet. */
    catalogue() {
      open(routes.catalogue(this.data.newIsbn));
    },
  }),
);
