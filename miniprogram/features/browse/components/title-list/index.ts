import type { SearchResult } from '../../../../../typings/contract';
import { endText, findMore, type Question } from '../../../../lib/find';
import { load, type PageState } from '../../../../lib/load';
import type { More } from '../../../../lib/more';
import { open, routes } from '../../../../lib/routes';
import { none, one } from '../../../../lib/screen/empty';
import type { Said } from '../../../../lib/screen/event';
import { libraryToday } from '../../../../lib/session';
import { readingOf, titleRows, type TitleRow } from '../../titles-view';

/**
 * Titles that answer a question without words, page by page: the page calls `loadMore` when its bottom is
 * reached. A new question takes the place of the list. Event: `found` with the first page's answer.
 */
Component({
  properties: {
    question: { type: Object, value: one<Question>({ query: '' }) },
    /** "plain", "ranked" or "arrivals". */
    reading: { type: String, value: 'plain' },
    /** The last known answer is shown first, when it is kept under a key. */
    keepAs: { type: String, value: '' },
    emptyTitle: { type: String, value: '还没有书' },
    emptyText: { type: String, value: '' },
  },
  data: {
    state: one<PageState>({ kind: 'loading' }),
    replacing: false,
    list: none<TitleRow>(),
    nextPage: 0,
    more: one<More>('idle'),
    end: '',
  },
  observers: {
    question(question: Question | null) {
      if (question) void this.load();
    },
  },
  methods: {
    async load() {
      const { question, keepAs } = this.data;
      const outcome = await load(this, {
        action: 'search.find',
        input: question,
        ...(keepAs ? { keepAs } : {}),
        replaces: true,
        show: (result) => this.shown(result),
      });
      if (outcome.kind === 'value' && this.data.question === question) {
        this.triggerEvent('found', { result: outcome.value });
      }
    },
    shown(result: SearchResult) {
      return {
        list: this.rows(result),
        nextPage: result.nextPage ?? 0,
        end: endText(result, result.list.length, this.data.question.sort),
        more: 'idle',
      };
    },
    rows({ list }: SearchResult): TitleRow[] {
      return titleRows(list, readingOf(this.data.reading), libraryToday());
    },
    async loadMore() {
      await findMore(
        this,
        () => this.data.question,
        (result) => this.rows(result),
      );
    },
    openTitle(event: Said<{ titleId: string }>) {
      open(routes.title(event.detail.titleId));
    },
  },
});
