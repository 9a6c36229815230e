import type { Answers } from '../../components/ask-sheet/fields';
import type { Refusal } from '../../../typings/contract';
import type { Acted, Act, ActTable, Sure } from '../acts';
import { answerWith, asking, notAsking, type Asking } from '../asking';
import { refusalLines, type RefusalLine } from '../refusals';
import type { Once } from './once';
import type { Drawn, Part } from './part';

export interface Acts<Facts> {
  /**
   * Begins the act of that name: asks what it asks, then does it, once. A name that is not in the table throws:
   * nothing is ever done by default. `what` is said in `busy` meanwhile, where it is not the name.
   */
  start(id: string, facts: Facts, what?: string): Promise<void>;
  /** `bind:confirm` of the page's `ask-sheet`. */
  answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>): Promise<void>;
  /** `bind:close` of it. */
  closeAsk(): void;
  /** `bind:confirm` and `bind:cancel` of the page's dialog. */
  agreed(): Promise<void>;
  stay(): void;
}

export interface ActsData {
  ask: Asking;
  sure: Sure & { visible: boolean };
}

const notSure: ActsData['sure'] = { visible: false, title: '', content: '', yes: '', no: '' };

interface Pending<Facts> {
  id: string;
  act: Act<Facts, unknown>;
  facts: Facts;
  what: string;
}

type Page<Facts> = Drawn &
  Once &
  Acts<Facts> & {
    data: ActsData & { busy: string };
    undrawn: { pending: Pending<Facts> | null };
    acted?(done: unknown): void | Promise<void>;
    notActed?(id: string): void | Promise<void>;
  };

/**
 * What can be done on this page: sheets with their fields, a plain yes or no, or at once; refusals in the sheet or in a
 * dialog, with the same request id when it is tried again. `said`: the words of refusals where they are not the readers'.
 */
export function acts<Facts, Table extends ActTable<Facts>>(
  table: Table & ActTable<Facts>,
  said: (refusals: Refusal[]) => RefusalLine[] = refusalLines,
): Part<
  ActsData,
  Acts<Facts>,
  {
    /** What the page does when one went through. */
    acted?(done: Acted<Facts, Table>): void | Promise<void>;
    /** What it does when one without a sheet did not: what is shown may be out of date. */
    notActed?(id: string): void | Promise<void>;
  }
> {
  return {
    name: 'acts',
    data: () => ({ ask: notAsking, sure: notSure }),
    undrawn: () => ({ pending: null }),
    methods: {
      async start(this: Page<Facts>, id: string, facts: Facts, what = id) {
        const act = table[id];
        if (!act) throw new Error(`there is no act "${id}"`);
        if (this.data.busy) return;
        const pending = { id, act, facts, what };
        this.undrawn.pending = pending;
        const sheet = act.sheet?.(facts);
        if (sheet) {
          this.setData({ ask: asking(id, { heading: act.words, confirm: act.words, ...sheet }) });
        } else if (act.sure) {
          this.setData({ sure: { ...notSure, ...act.sure(facts), visible: true } });
        } else await atOnce(this, pending);
      },
      async answered(this: Page<Facts>, { detail }) {
        const { pending } = this.undrawn;
        if (!pending) return;
        const { answers } = detail;
        // A value may be anything but undefined, which is how `answerWith` tells that it did not go through.
        const value = await answerWith(this, () => pending.act.run(pending.facts, answers), said);
        if (value !== undefined) await went(this, pending, answers, value);
      },
      closeAsk(this: Page<Facts>) {
        this.setData({ 'ask.visible': false });
      },
      async agreed(this: Page<Facts>) {
        this.setData({ 'sure.visible': false });
        const { pending } = this.undrawn;
        if (pending) await atOnce(this, pending);
      },
      stay(this: Page<Facts>) {
        this.setData({ 'sure.visible': false });
      },
    },
  };
}

async function atOnce<Facts>(page: Page<Facts>, pending: Pending<Facts>): Promise<void> {
  const value = await page.does(pending.what, () => pending.act.run(pending.facts, {}));
  if (value === undefined) await page.notActed?.(pending.id);
  else await went(page, pending, {}, value);
}

async function went<Facts>(
  page: Page<Facts>,
  { id, act, facts }: Pending<Facts>,
  answers: Answers,
  value: unknown,
): Promise<void> {
  const title = act.done?.(value);
  // Beside an icon there is room for seven characters.
  if (title) wx.showToast({ title, icon: title.length > 7 ? 'none' : 'success' });
  await page.acted?.({ id, value, facts, answers });
}
