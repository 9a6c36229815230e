import type { SearchResult, SearchSort } from '../../../../../typings/contract';
import type { Question } from '../../../../lib/find';
import { fromQuery } from '../../../../lib/routes';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import type { Query } from '../../../../lib/screen/part';
import { screen } from '../../../../lib/screen/screen';
import { narrowsToBranch } from '../../branch-part';
import { classChips, type ClassChip, type Reading } from '../../titles-view';

/**
 * The two lists of the whole collection that readers go through: what came lately, and what is borrowed most.
 */
const LISTS: Record<'newest' | 'most_borrowed', { title: string; about: string; reading: Reading }> = {
  newest: { title: '新到馆', about: '按入藏时间排列', reading: 'arrivals' },
  most_borrowed: { title: '历年排行', about: '按有记录以来的借出次数排列', reading: 'ranked' },
};

Page(
  screen([narrowsToBranch], {
    data: {
      about: '',
      reading: one<Reading>('plain'),
      sort: one<SearchSort>('newest'),
      question: maybe<Question>(),
      keepAs: '',
      clc: '',
      classes: none<ClassChip>(),
    },
    onLoad(query: Query) {
      const sort = fromQuery(query, 'by') === 'most_borrowed' ? 'most_borrowed' : 'newest';
      const { title, about, reading } = LISTS[sort];
      wx.setNavigationBarTitle({ title });
      this.setData({ sort, about, reading });
      this.askTitles('');
    },
    onReachBottom() {
      void this.selectComponent('#titles')?.loadMore();
    },
    /** Another branch has other classes: the list begins with all of them. */
    narrowed() {
      this.askTitles('');
    },
    askTitles(clc: string) {
      const { sort, branchId } = this.data;
      this.setData({
        clc,
        keepAs: clc || branchId ? '' : `search.find ${sort}`,
        question: { query: '', sort, ...(clc ? { clc } : {}), ...(branchId ? { branchId } : {}) },
      });
    },
    /** The classes to choose from are those of the list without one. */
    found(event: Said<{ result: SearchResult }>) {
      const { facets } = event.detail.result;
      if (facets && !this.data.clc) this.setData({ classes: classChips(facets) });
    },
    setClass(event: WechatMiniprogram.TouchEvent) {
      const { clc = '' } = dataOf(event);
      if (clc !== this.data.clc) this.askTitles(clc);
    },
  }),
);
