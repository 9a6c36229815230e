import type { Reader } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act, type Outcome, type Output } from '../../../../lib/call';
import { refusalLines } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { noteMe, noteReader } from '../../../../lib/session';
import { historyActs } from '../../history-acts';
import { preferencesView, type InterestRow } from '../../preferences-view';
import { historyText } from '../../texts';

const me = loads('account.me', ({ reader }) => preferencesView(reader), { keep: true });

Page(
  screen([me, acts(historyActs)], {
    data: { interests: none<InterestRow>(), historyText },
    loaded(outcome: Outcome<Output<'account.me'>>) {
      if (outcome.kind !== 'value') return;
      noteMe(outcome.value);
      if (!outcome.value.reader)
        this.setData({ state: { kind: 'refused', lines: refusalLines([{ code: 'no_card' }]) } });
    },
    async toggleInterest(event: WechatMiniprogram.TouchEvent) {
      const i = Number(dataOf(event).index);
      const before = this.data.interests[i];
      if (this.data.busy || !before) return;
      this.setData({ [`interests[${i}].on`]: !before.on });
      const interests = this.data.interests.filter(({ on }) => on).map(({ clc }) => clc);
      const reader = await this.does(before.clc, () => act('account.setPreferences', { interests }));
      if (reader) this.take(reader);
      else this.setData({ [`interests[${i}].on`]: before.on });
    },
    askHistory() {
      void this.start(this.data.keepsHistory ? 'off' : 'on', null, 'history');
    },
    acted({ value }: Acted<null, typeof historyActs>) {
      this.take(value);
    },
    take(reader: Reader) {
      noteReader(reader);
      this.setData(preferencesView(reader));
    },
    history() {
      open(routes.history);
    },
  }),
);
