import { ask } from '../../../../lib/call';
import { average, nearestStar, reviewRow, reviewStates, type ReviewRow } from '../../../../lib/ratings';
import { open, routes } from '../../../../lib/routes';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { libraryToday } from '../../../../lib/session';

/** Reviews that stand on the page of the title; all of them have a page of their own. */
const FIRST = 2;

/** What readers say, asked for once the title stands. `turn` counts how often the page was loaded. */
Component({
  properties: {
    titleId: { type: String, value: '' },
    turn: { type: Number, value: 0 },
  },
  data: {
    state: one<'loading' | 'ready' | 'failed' | 'closed'>('loading'),
    average: '',
    nearest: 0,
    count: 0,
    mine: maybe<ReviewRow & { state: string; tone: string }>(),
    list: none<ReviewRow>(),
    more: false,
  },
  observers: {
    turn(turn: number) {
      // After the update that brought it: an observer must not set data in the middle of one.
      if (turn > 0) wx.nextTick(() => void this.load());
    },
  },
  methods: {
    async load() {
      const { titleId, state } = this.data;
      if (state !== 'ready') this.setData({ state: 'loading' });
      const outcome = await ask('reviews.list', { titleId });
      if (outcome.kind !== 'value') {
        if (this.data.state !== 'ready') this.setData({ state: 'failed' });
        return;
      }
      const { open: isOpen, rating, mine, list } = outcome.value;
      const today = libraryToday();
      const others = list.filter((review) => !review.mine && review.text);
      this.setData({
        state: isOpen ? 'ready' : 'closed',
        average: average(rating),
        nearest: nearestStar(rating),
        count: rating.count,
        mine: mine && { ...reviewRow(mine, today), ...reviewStates[mine.status] },
        list: others.slice(0, FIRST).map((review) => reviewRow(review, today)),
        more: rating.count > 0,
      });
    },
    openAll() {
      open(routes.reviews(this.data.titleId));
    },
    write() {
      open(routes.writeReview(this.data.titleId));
    },
  },
});
