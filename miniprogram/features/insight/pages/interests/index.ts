import type { Taste } from '../../../../../typings/contract';
import { act } from '../../../../lib/call';
import {
  choosePhoneInterests,
  forgetPhoneRefused,
  phoneInterests,
  phoneRecommends,
  phoneRefused,
  switchPhone,
} from '../../../../lib/phone-taste';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { knownMe, noteMe } from '../../../../lib/session';
import { tasteView, type InterestChip } from '../../taste-view';

const taste = loads('recommendations.taste');

/** What readers care for, in their words. Without a card it stays on this phone. */
Page(
  screen([taste], {
    data: { chips: none<InterestChip>(), on: true, refused: '', chosen: '', card: false },
    shown(known: Taste) {
      return this.view(known);
    },
    view(known: Taste) {
      return known.card
        ? tasteView(known, phoneRefused().length)
        : tasteView(
            {
              ...known,
              on: phoneRecommends(),
              interests: known.interests.map((each) => ({
                ...each,
                on: phoneInterests().includes(each.interestId),
              })),
            },
            phoneRefused().length,
          );
    },
    async toggle(event: WechatMiniprogram.TouchEvent) {
      const at = Number(dataOf(event).index);
      const before = this.data.chips[at];
      if (!before || this.data.busy) return;
      this.setData({ [`chips[${at}].on`]: !before.on });
      const ids = this.data.chips.filter(({ on }) => on).map(({ interestId }) => interestId);
      const saved = await this.save({ interests: ids }, before.interestId, () => choosePhoneInterests(ids));
      if (!saved) this.setData({ [`chips[${at}].on`]: before.on });
    },
    async flip() {
      const on = !this.data.on;
      await this.save({ on }, 'on', () => switchPhone(on));
    },
    async forget() {
      forgetPhoneRefused();
      await this.save({ forget: true }, 'forget', () => undefined);
    },
    /** With a card the library remembers it, without one this phone. */
    async save(
      change: { on?: boolean; interests?: string[]; forget?: true },
      what: string,
      onPhone: () => void,
    ): Promise<boolean> {
      if (!this.data.card) {
        onPhone();
        await this.load();
        return true;
      }
      const known = await this.does(what, () => act('recommendations.setTaste', change));
      if (!known) return false;
      // What the phone itself was told before there was a card no longer decides.
      switchPhone(true);
      const interests = known.interests.filter(({ on }) => on).map(({ interestId }) => interestId);
      const me = knownMe();
      if (me?.reader) noteMe({ ...me, reader: { ...me.reader, interests } });
      this.setData(this.view(known));
      return true;
    },
  }),
);
