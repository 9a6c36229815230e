import type { Reader } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import type { Outcome, Output } from '../../../../lib/call';
import { refusalLines } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { noteMe, noteReader } from '../../../../lib/session';
import { historyActs } from '../../history-acts';
import { preferencesView } from '../../preferences-view';
import { historyText } from '../../texts';

const me = loads('account.me', ({ reader }) => preferencesView(reader), { keep: true });

Page(
  screen([me, acts(historyActs)], {
    data: { historyText },
    loaded(outcome: Outcome<Output<'account.me'>>) {
      if (outcome.kind !== 'value') return;
      noteMe(outcome.value);
      if (!outcome.value.reader)
        this.setData({ state: { kind: 'refused', lines: refusalLines([{ code: 'no_card' }]) } });
    },
    interests() {
      open(routes.interests);
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
