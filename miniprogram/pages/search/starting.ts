import { forgetSearches, recentSearches } from '../../lib/recent-searches';
import { open } from '../../lib/routes';
import { dataOf } from '../../lib/screen/event';
import type { Drawn, Part } from '../../lib/screen/part';
import { entrances } from './entrances';
import { popularSearches } from './popular';

interface Data {
  recent: string[];
  popular: string[];
  entrances: typeof entrances;
}

interface Starting {
  /** Shows what can be searched for before anything was. */
  showStart(): Promise<void>;
  forget(): void;
  enter(event: WechatMiniprogram.TouchEvent): void;
}

/** Where a search starts: what one searched for, what others do, and ways in without words. */
export const starting: Part<Data, Starting> = {
  name: 'starting',
  data: () => ({ recent: recentSearches(), popular: [], entrances }),
  methods: {
    async showStart(this: Drawn & { data: Data }) {
      // Another reader may hold the phone now: what the former one searched for is gone with them.
      const recent = recentSearches();
      if (recent.join('\n') !== this.data.recent.join('\n')) this.setData({ recent });
      const popular = await popularSearches();
      if (popular.join() !== this.data.popular.join()) this.setData({ popular });
    },
    forget(this: Drawn) {
      forgetSearches();
      this.setData({ recent: [] });
    },
    enter(event: WechatMiniprogram.TouchEvent) {
      open(dataOf(event).url ?? '');
    },
  },
};
