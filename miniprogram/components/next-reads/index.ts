import type { Recommended } from '../../../typings/contract';
import { act, ask, type Input } from '../../lib/call';
import {
  phoneInterests,
  phoneRecommends,
  phoneRefused,
  recentTitles,
  refuseOnPhone,
} from '../../lib/phone-taste';
import { open, routes } from '../../lib/routes';
import { knownMe, libraryToday } from '../../lib/session';
import { tell } from '../../lib/tell';
import { nextReads, type NextRead } from './next-reads-view';

type Refusing = Input<'recommendations.refuse'>;

/** What the library answered, kept beside what is drawn of it. */
const answers = new WeakMap<object, Recommended[]>();

/**
 * What to read next, each with why. Asked for once the page stands, so that it never waits for it; without an
 * answer it is not there. Event: `open` with `{ titleId }`. `turn` counts how often the page was loaded.
 */
Component({
  properties: {
    heading: { type: String, value: '为您推荐' },
    /** The title whose page it stands on; "" elsewhere. */
    beside: { type: String, value: '' },
    /** A child's; "" for who holds the phone. */
    readerId: { type: String, value: '' },
    turn: { type: Number, value: 0 },
  },
  data: { rows: [] as NextRead[], invites: false },
  observers: {
    'turn, readerId'(turn: number) {
      if (turn > 0) wx.nextTick(() => void this.load());
    },
  },
  methods: {
    async load() {
      if (!phoneRecommends()) {
        this.setData({ rows: [], invites: false });
        return;
      }
      const { beside, readerId } = this.properties;
      const own = beside || readerId ? {} : { recent: recentTitles(), interests: phoneInterests() };
      const outcome = await ask('recommendations.show', {
        ...own,
        ...(beside && { beside }),
        ...(readerId && { readerId }),
      });
      if (outcome.kind !== 'value') return;
      const { on, from, list } = outcome.value;
      answers.set(this, list);
      const invites = on && !beside && !readerId && from !== 'interests' && phoneInterests().length === 0;
      this.setData({
        rows: this.drawn(),
        invites: invites && (knownMe()?.reader?.interests.length ?? 0) === 0,
      });
    },
    drawn(): NextRead[] {
      return nextReads(answers.get(this) ?? [], libraryToday(), phoneRefused());
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id?: string };
      this.triggerEvent('open', { titleId: id });
    },
    interests() {
      open(routes.interests);
    },
    refuse(event: WechatMiniprogram.TouchEvent) {
      const row = this.data.rows[Number((event.currentTarget.dataset as { index?: number }).index)];
      if (!row) return;
      const choices: { words: string; key: string; what: Refusing }[] = [
        { words: '不想看这本', key: `t:${row.titleId}`, what: { titleId: row.titleId } },
        ...(row.authors
          ? [
              {
                words: `不想看${row.authors.slice(0, 12)}的书`,
                key: `a:${row.authors}`,
                what: { author: row.authors.slice(0, 100) },
              },
            ]
          : []),
        { words: '不要因为这个理由推荐', key: `r:${row.reasonKey}`, what: { reasonKey: row.reasonKey } },
      ];
      wx.showActionSheet({
        itemList: choices.map(({ words }) => words),
        success: ({ tapIndex }) => {
          const chosen = choices[tapIndex];
          if (chosen) void this.refused(chosen.key, chosen.what);
        },
        fail: () => undefined,
      });
    },
    /** At once on this phone; whoever has a card has it remembered by the library. */
    async refused(key: string, what: Refusing) {
      refuseOnPhone(key);
      this.setData({ rows: this.drawn() });
      if (!knownMe()?.reader) return;
      const outcome = await act('recommendations.refuse', what);
      if (outcome.kind === 'value') wx.showToast({ title: '以后不再推荐', icon: 'none' });
      else tell(outcome);
    },
  },
});
