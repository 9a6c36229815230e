import type { RelatedTitles } from '../../../../../typings/contract';
import { askBeside } from '../../../../lib/beside';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { libraryToday } from '../../../../lib/session';
import { relatedView, type RelatedView } from '../../related-view';

type State = 'loading' | 'ready' | 'failed';
const answers = new WeakMap<object, RelatedTitles>();

/**
 * Other volumes, other editions and similar titles, asked for once the title itself stands: the page never
 * waits for them. Event: `open` with `{ titleId }`. `turn` counts how often the page was loaded.
 */
Component({
  properties: {
    titleId: { type: String, value: '' },
    turn: { type: Number, value: 0 },
  },
  data: {
    state: one<State>('loading'),
    editions: none<RelatedView['editions'][number]>(),
    volumes: none<RelatedView['volumes'][number]>(),
    moreVolumes: 0,
    similar: none<RelatedView['similar'][number]>(),
    nothing: false,
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
      const outcome = await askBeside('catalogue.related', { titleId }, (related) => this.show(related));
      if (outcome.kind !== 'value' && this.data.state !== 'ready') this.setData({ state: 'failed' });
    },
    show(related: RelatedTitles, allVolumes = false) {
      answers.set(this, related);
      const view = relatedView(related, libraryToday(), allVolumes);
      const nothing = view.editions.length + view.volumes.length + view.similar.length === 0;
      this.setData({ ...view, nothing, state: 'ready' });
    },
    allVolumes() {
      const related = answers.get(this);
      if (related) this.show(related, true);
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const { id, here } = dataOf(event);
      if (!here) this.triggerEvent('open', { titleId: id });
    },
  },
});
