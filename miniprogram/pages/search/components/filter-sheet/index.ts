import type { SearchFacets } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import {
  filtersOf,
  howMany,
  nothingChosen,
  toggled,
  type BranchNames,
  type Chosen,
  type Group,
} from '../../chosen';
import { groupViews, questionsWithout, seeText, type GroupView, type Known } from '../../facets-view';

/** Several taps in a row are counted once. */
const BEFORE_COUNTING_MS = 160;
/** A quick count never says that it is counting. */
const BEFORE_SAYING_MS = 400;

/**
 * What is known of a choice: its facets, and those of the same choice without each of its narrowed groups.
 */
interface Counted {
  facets: SearchFacets;
  without: Partial<Record<Group, SearchFacets>>;
}

/**
 * All ways to narrow a search, with counts that follow every tap; nothing happens to the list until it is
 * applied. Events: `apply` with `{ chosen }`, `close`.
 */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    query: { type: String, value: '' },
    chosen: { type: Object, value: nothingChosen },
    /** Of the list that is shown: known without asking. */
    facets: { type: Object, value: null as unknown as SearchFacets },
    total: { type: Number, value: 0 },
    totalIsAtLeast: { type: Boolean, value: false },
    /** How many of the shown list stand on a shelf, in words. */
    shelf: { type: String, value: '' },
    branches: { type: Object, value: {} as BranchNames },
    thisYear: { type: Number, value: 0 },
  },
  data: {
    groups: [] as GroupView[],
    onShelfOnly: false,
    shelfNote: '',
    see: '',
    none: false,
    narrowed: false,
  },
  observers: {
    visible(visible: boolean) {
      this.stop();
      if (visible) this.begin();
    },
  },
  lifetimes: {
    created() {
      const mine = own(this);
      mine.draft = nothingChosen;
      mine.open = [];
      mine.turn = 0;
    },
    detached() {
      this.stop();
    },
  },
  methods: {
    begin() {
      const mine = own(this);
      const { chosen, facets, total, totalIsAtLeast } = this.data;
      mine.draft = chosen;
      mine.open = [];
      mine.counted = { facets, without: {} };
      this.show({ total, totalIsAtLeast });
      void this.count();
    },
    stop() {
      const mine = own(this);
      mine.turn++;
      stopTimer(mine.timer);
      stopTimer(mine.saying);
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { group, value } = event.currentTarget.dataset as { group: Group; value: string };
      this.change(toggled(own(this).draft, group, String(value)));
    },
    toggleShelf() {
      this.change(toggled(own(this).draft, 'onShelfOnly', ''));
    },
    reset() {
      this.change(nothingChosen);
    },
    unfold(event: WechatMiniprogram.TouchEvent) {
      const mine = own(this);
      mine.open = [...mine.open, event.currentTarget.dataset.group as Group];
      this.show();
    },
    change(draft: Chosen) {
      const mine = own(this);
      mine.draft = draft;
      this.show();
      this.stop();
      mine.timer = setTimeout(() => void this.count(), BEFORE_COUNTING_MS);
    },
    /** Asks for what the choice would give, and for each narrowed group what else it could be. */
    async count() {
      const mine = own(this);
      const { draft, turn } = mine;
      const query = this.data.query;
      mine.saying = setTimeout(() => this.show('counting'), BEFORE_SAYING_MS);
      const without = questionsWithout(draft);
      const [found, ...others] = await Promise.all(
        [filtersOf(draft), ...without.map(({ filters }) => filters)].map((filters) =>
          ask('search.find', { query, ...filters }),
        ),
      );
      if (turn !== mine.turn) return;
      stopTimer(mine.saying);
      if (found?.kind !== 'value' || !found.value.facets) {
        this.show('unknown');
        return;
      }
      const counted: Counted = { facets: found.value.facets, without: {} };
      others.forEach((other, n) => {
        const group = without[n]?.group;
        if (group && other.kind === 'value' && other.value.facets)
          counted.without[group] = other.value.facets;
      });
      mine.counted = counted;
      this.show(found.value);
    },
    show(known?: Known) {
      const { draft, open, counted } = own(this);
      const { branches, thisYear, chosen, shelf } = this.data;
      if (!counted?.facets) return;
      this.setData({
        groups: groupViews(counted.facets, counted.without, draft, { branches, thisYear, open }),
        onShelfOnly: draft.onShelfOnly,
        shelfNote: JSON.stringify(draft) === JSON.stringify(chosen) ? shelf : '',
        narrowed: howMany(draft) > 0,
        ...(known ? { see: seeText(known), none: typeof known === 'object' && known.total === 0 } : {}),
      });
    },
    apply() {
      if (this.data.none) return;
      this.triggerEvent('apply', { chosen: own(this).draft });
    },
    close() {
      this.triggerEvent('close');
    },
  },
});

/** What the component holds beside its data: nothing of it is drawn. */
interface Own {
  draft: Chosen;
  open: Group[];
  counted?: Counted;
  turn: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  saying: ReturnType<typeof setTimeout> | undefined;
}

function stopTimer(timer: ReturnType<typeof setTimeout> | undefined): void {
  if (timer !== undefined) clearTimeout(timer);
}

function own(component: object): Own {
  return component as Own;
}
