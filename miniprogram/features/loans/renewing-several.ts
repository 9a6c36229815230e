import { act } from '../../lib/call';
import { none } from '../../lib/screen/empty';
import { dataOf } from '../../lib/screen/event';
import type { Once } from '../../lib/screen/once';
import type { Drawn, Part } from '../../lib/screen/part';
import { libraryToday } from '../../lib/session';
import type { LoanRow } from './loans-view';
import { chosenOf, flipped, severalOf, type SeveralRow } from './several';
import { toldOfAll } from './told-view';

interface Several {
  openSeveral(): void;
  closeSeveral(): void;
  flip(event: WechatMiniprogram.TouchEvent): void;
  renewSeveral(): Promise<void>;
}

type Page = Drawn &
  Once & { data: { busy: string; readerId: string; list: LoanRow[]; several: SeveralRow[] } } & {
    load(): Promise<void>;
  };

interface Data {
  choosing: boolean;
  several: SeveralRow[];
  chosenCount: number;
  early: string;
}

/** Several loans renewed at once: first what would become of each, then the act. */
export const renewsSeveral: Part<Data, Several> = {
  name: 'renewsSeveral',
  data: () => ({ choosing: false, several: none<SeveralRow>(), chosenCount: 0, early: '' }),
  methods: {
    openSeveral(this: Page) {
      this.setData({ choosing: true, ...chosenOf(severalOf(this.data.list)) });
    },
    closeSeveral(this: Page) {
      if (this.data.busy !== 'several') this.setData({ choosing: false });
    },
    flip(this: Page, event) {
      if (this.data.busy) return;
      this.setData({ ...chosenOf(flipped(this.data.several, dataOf(event).id ?? '')) });
    },
    async renewSeveral(this: Page) {
      const { readerId, several } = this.data;
      const loanIds = several.filter(({ on }) => on).map(({ loanId }) => loanId);
      if (loanIds.length === 0) return;
      const input = { loanIds, ...(readerId && { readerId }) };
      const outcome = await this.once('several', () => act('loans.renewAll', input));
      if (!outcome) return;
      this.setData({ choosing: false, sheet: true, told: toldOfAll(outcome, libraryToday()) });
      await this.load();
    },
  },
};
