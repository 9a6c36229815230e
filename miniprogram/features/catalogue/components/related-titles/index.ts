import type { RelatedTitles } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { keep, kept } from '../../../../lib/keep';
import { libraryToday } from '../../../../lib/session';
import { relatedView, type RelatedView } from '../../related-view';

type State = 'loading' | 'ready' | 'failed';
const answers = new WeakMap<object, RelatedTitles>();

/**
 * Other volumes, other editions and similar titles, asked for once the title itself stands: the page never waits for them.
 * Event: `open` with `{ titleId }`. `turn` counts how often the page was loaded.
 */
Component({
  properties: {
    titleId: { type: String, value: '' },
    turn: { type: Number, value: 0 },
  },
  data: {
    state: 'loading' as State,
    editions: [] as RelatedView['editions'],
    volumes: [] as RelatedView['volumes'],
    moreVolumes: 0,
    similar: [] as RelatedView['similar'],
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
      const keepAs = `catalogue.related ${titleId}`;
      const known = kept<RelatedTitles>(keepAs)?.value;
      if (state !== 'ready' && known) this.show(known);
      else if (state !== 'ready') this.setData({ state: 'loading' });
      const outcome = await ask('catalogue.related', { titleId });
      if (outcome.kind === 'value') {
        keep(keepAs, outcome.value);
        this.show(outcome.value);
      } else if (this.data.state !== 'ready') this.setData({ state: 'failed' });
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
      const { id, here } = event.currentTarget.dataset as { id: string; here?: boolean };
      if (!here) this.triggerEvent('open', { titleId: id });
    },
  },
});
