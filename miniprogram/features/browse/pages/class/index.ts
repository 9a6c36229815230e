import type { SearchSort } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import type { Question } from '../../../../lib/find';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { maybe, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import type { Query } from '../../../../lib/screen/part';
import { screen } from '../../../../lib/screen/screen';
import { noteStep } from '../../../../lib/search-trail';
import { narrowsToBranch } from '../../branch-part';
import { branchName } from '../../branches';
import { classView, crumbsOf, headingOf, type Crumb } from '../../class-view';

const SORTS: { sort: SearchSort; name: string }[] = [
  { sort: 'most_borrowed', name: '借阅最多' },
  { sort: 'newest', name: '最新入藏' },
];

/** This page in the stack. */
const CLASS_PAGE = routes.classes.slice(1);

/** The main classes of the whole library are kept; of the rest there is too much. */
const classes = loads('search.classes', undefined, {
  keep: ({ under, branchId }) => (under || branchId ? '' : 'search.classes'),
  when: 'opened',
  replaces: true,
});

/** A class: the classes below it with their counts, then its titles. At the top, the main classes alone. */
Page(
  screen([given('clc'), narrowsToBranch, classes], {
    data: {
      heading: '',
      crumbs: one<Crumb[]>([]),
      sorts: SORTS,
      sort: one<SearchSort>('most_borrowed'),
      question: maybe<Question>(),
    },
    onLoad(query: Query) {
      const { clc } = this.data;
      const branchId = fromQuery(query, 'branchId');
      this.setData({
        heading: headingOf(clc),
        crumbs: crumbsOf(clc),
        branchId,
        branchName: branchName(branchId),
      });
      this.askTitles();
    },
    onReachBottom() {
      void this.selectComponent('#titles')?.loadMore();
    },
    asked() {
      const { clc, branchId } = this.data;
      return { under: clc, ...(branchId ? { branchId } : {}) };
    },
    shown(answer: Output<'search.classes'>) {
      const { clc, heading } = this.data;
      if (clc) noteStep({ kind: 'class', clc }, `分类 ${clc} ${heading}`);
      return classView(clc, answer);
    },
    /** The counts and, below the top, the titles: each by itself, so that neither waits for the other. */
    narrowed() {
      this.askTitles();
      void this.load();
    },
    askTitles() {
      const { clc, branchId, sort } = this.data;
      if (clc) this.setData({ question: { query: '', clc, sort, ...(branchId ? { branchId } : {}) } });
    },
    setSort(event: WechatMiniprogram.TouchEvent) {
      const { sort: wanted } = dataOf(event);
      const sort = SORTS.find((each) => each.sort === wanted)?.sort;
      if (!sort || sort === this.data.sort) return;
      this.setData({ sort });
      this.askTitles();
    },
    openClass(event: WechatMiniprogram.TouchEvent) {
      open(routes.classOf(dataOf(event).clc ?? '', this.data.branchId));
    },
    /** Up the tree: back to the page of that class where it is still open. */
    goUp(event: WechatMiniprogram.TouchEvent) {
      const { clc = '' } = dataOf(event);
      const pages = getCurrentPages().map(({ route, options }) => `${route} ${fromQuery(options, 'clc')}`);
      const here = pages.length - 1;
      const at = pages.lastIndexOf(`${CLASS_PAGE} ${clc}`, here - 1);
      if (here > 0 && at >= 0) wx.navigateBack({ delta: here - at });
      else open(routes.classOf(clc, this.data.branchId));
    },
  }),
);
