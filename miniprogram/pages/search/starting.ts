import type { TitleFacts } from '../../../typings/contract';
import { forgetSearches, recentSearches } from '../../lib/recent-searches';
import { open, routes } from '../../lib/routes';
import { dataOf } from '../../lib/screen/event';
import type { Drawn, Part } from '../../lib/screen/part';
import { libraryToday } from '../../lib/session';
import { askSeldom } from './asked-seldom';
import { entrances } from './entrances';
import {
  freshTitles,
  listRows,
  mainClasses,
  rankingView,
  type ClassRow,
  type ListRow,
  type RankingView,
} from './starting-view';

interface Data {
  recent: string[];
  popular: string[];
  classes: ClassRow[];
  fresh: TitleFacts[];
  ranking: RankingView;
  lists: ListRow[];
  entrances: typeof entrances;
}

const NO_RANKING: RankingView = { rows: [], days: '' };

/** What the library was asked for, as it is shown. */
const foundIn = ({ popular, classes, fresh, ranking, lists }: Data) => ({
  ...{ popular, classes, fresh, ranking, lists },
});

interface Starting {
  /** Shows what can be searched for before anything was. */
  showStart(): Promise<void>;
  forget(): void;
  enter(event: WechatMiniprogram.TouchEvent): void;
  openClass(event: WechatMiniprogram.TouchEvent): void;
  openClasses(): void;
  openFresh(): void;
  openLists(): void;
  openList(event: WechatMiniprogram.TouchEvent): void;
}

/** Where a search starts: what one searched for, what others do, what there is, and ways in without words. */
export const starting: Part<Data, Starting> = {
  name: 'starting',
  data: () => ({
    recent: recentSearches(),
    popular: [],
    classes: [],
    fresh: [],
    ranking: NO_RANKING,
    lists: [],
    entrances,
  }),
  methods: {
    async showStart(this: Drawn & { data: Data }) {
      // Another reader may hold the phone now: what the former one searched for is gone with them.
      const recent = recentSearches();
      if (recent.join('\n') !== this.data.recent.join('\n')) this.setData({ recent });
      const [popular, classes, newest, ranking, lists] = await Promise.all([
        askSeldom('search.popular', {}),
        askSeldom('search.classes', { under: '' }),
        askSeldom('search.find', { query: '', sort: 'newest' }),
        askSeldom('recommendations.ranking', {}),
        askSeldom('lists.public', { by: 'library' }),
      ]);
      const now = {
        popular: popular?.list ?? [],
        classes: mainClasses(classes?.list ?? []),
        fresh: freshTitles(newest?.list ?? []),
        ranking: ranking ? rankingView(ranking, libraryToday()) : NO_RANKING,
        lists: listRows(lists?.list ?? []),
      };
      if (JSON.stringify(now) !== JSON.stringify(foundIn(this.data))) this.setData(now);
    },
    forget(this: Drawn) {
      forgetSearches();
      this.setData({ recent: [] });
    },
    enter(event: WechatMiniprogram.TouchEvent) {
      open(dataOf(event).url ?? '');
    },
    openClass(event: WechatMiniprogram.TouchEvent) {
      open(routes.classOf(dataOf(event).clc ?? ''));
    },
    openClasses() {
      open(routes.classes);
    },
    openFresh() {
      open(routes.newArrivals);
    },
    openLists() {
      open(routes.lists);
    },
    openList(event: WechatMiniprogram.TouchEvent) {
      open(routes.list(dataOf(event).id ?? ''));
    },
  },
};
