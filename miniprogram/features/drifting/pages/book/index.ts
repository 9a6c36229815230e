import type { DriftPassport } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import type { RefusalLine } from '../../../../lib/refusals';
import { refusalLines } from '../../../../lib/refusals';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { gathers } from '../../../../lib/screen/gathers';
import { given } from '../../../../lib/screen/given';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { bookActs } from '../../drift-acts';
import { passportView, type PassportView } from '../../drift-view';

interface Found {
  passport: DriftPassport;
  seen: number;
  because: RefusalLine[];
}

/** The passport of one book; opened with the code in it, it can be taken. */
Page(
  screen([wide, given('driftId', 'code'), gathers<Found>(), acts(bookActs)], {
    data: { it: maybe<PassportView>(), because: none<RefusalLine>(), mayTake: false, seen: 0, id: '' },
    async gather() {
      const { code } = this.data;
      if (code && !this.data.it?.mine) {
        const outcome = await ask('drifting.look', { code });
        if (outcome.kind !== 'value') return outcome;
        const { passport, seen, because } = outcome.value;
        return { kind: 'value' as const, value: { passport, seen, because: refusalLines(because) } };
      }
      const outcome = await ask('drifting.show', { driftId: this.data.id || this.data.driftId });
      if (outcome.kind !== 'value') return outcome;
      return { kind: 'value' as const, value: { passport: outcome.value, seen: 0, because: [] } };
    },
    shown({ passport, seen, because }: Found) {
      const it = passportView(passport, libraryToday());
      const mayTake = seen > 0 && because.length === 0;
      return { it, because: it.mine ? [] : because, mayTake, seen, id: passport.driftId };
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { it, code, seen, id } = this.data;
      if (it) void this.start(dataOf(event).act ?? '', { driftId: id, code, seen, own: it.own });
    },
    acted({ value }: { value: DriftPassport }) {
      this.setData({ ...this.shown({ passport: value, seen: 0, because: [] }) });
    },
    async notActed() {
      await this.load();
    },
  }),
);
