import type { Answers } from '../../components/ask-sheet/fields';
import type { Refusal } from '../../../typings/contract';
import type { Acted, Act, ActTable, Sheet, Sure } from '../acts';
import { answerWith, asking, notAsking, type Asking } from '../asking';
import type { Outcome } from '../call';
import { refusalLines, type RefusalLine } from '../refusals';
import { tell } from '../tell';
import type { Once } from './once';
import type { Drawn, Part } from './part';

export interface Acts<Facts> {
  /**
   * Begins the act of that name: asks what it asks, then does it, once. A name that is not in the table
   * throws: nothing is ever done by default. `what` is said in `busy` meanwhile, where it is not the name.
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

/** What the page itself may have to say to it, beside what it does when an act went through. */
interface Told {
  /** What it does when an act without a sheet did not go through: what is shown may be out of date. */
  notActed?(id: string): void | Promise<void>;
  /** How it says why not, where a dialog would be in the way. */
  saysNo?(outcome: No): void;
  /** The words of refusals in a sheet, where they depend on what the page knows. */
  said?(refusals: Refusal[]): RefusalLine[];
  /** What it does when a sheet or a dialog was closed and nothing was done. */
  left?(): void;
}

type No = Exclude<Outcome<unknown>, { kind: 'value' }>;

type Page<Facts> = Drawn &
  Once &
  Told &
  Acts<Facts> & {
    data: ActsData & { busy: string };
    undrawn: { pending: Pending<Facts> | null };
    acted?(done: unknown): void | Promise<void>;
  };

/**
 * What can be done on this page: sheets with their fields, a plain yes or no, or at once; refusals in the
 * sheet or in a dialog, with the same request id when it is tried again, or set aside by who may. `said`: the
 * words of refusals where they are not the readers'.
 */
export function acts<Facts, Table extends ActTable<Facts>>(
  table: Table & ActTable<Facts>,
  said: (refusals: Refusal[]) => RefusalLine[] = refusalLines,
): Part<
  ActsData,
  Acts<Facts>,
  Told & {
    /** What the page does when one went through. */
    acted?(done: Acted<Facts, Table>): void | Promise<void>;
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
        const sheet = await act.sheet?.(facts);
        if (sheet) show(this, pending, sheet);
        else if (act.sure) {
          this.setData({ sure: { ...notSure, ...act.sure(facts), visible: true } });
        } else await atOnce(this, pending);
      },
      async answered(this: Page<Facts>, { detail }) {
        if (this.undrawn.pending) await answer(this, this.undrawn.pending, detail.answers, said);
      },
      closeAsk(this: Page<Facts>) {
        this.setData({ 'ask.visible': false });
        this.left?.();
      },
      async agreed(this: Page<Facts>) {
        this.setData({ 'sure.visible': false });
        const { pending } = this.undrawn;
        if (pending) await atOnce(this, pending);
      },
      stay(this: Page<Facts>) {
        this.setData({ 'sure.visible': false });
        this.left?.();
      },
    },
  };
}

/** Does what the sheet was about, with what was typed into it; or says what is wrong, or asks once more. */
async function answer<Facts>(
  page: Page<Facts>,
  pending: Pending<Facts>,
  answers: Answers,
  said: (refusals: Refusal[]) => RefusalLine[],
): Promise<void> {
  const { act, facts } = pending;
  const wrong = act.wrong?.(answers);
  if (wrong) {
    page.setData({ 'ask.problem': [wrong] });
    return;
  }
  let again: Sheet | undefined;
  const words = (refusals: Refusal[]) => {
    again = act.again?.(refusals, answers);
    if (again) return [];
    return page.said ? page.said(refusals) : said(refusals);
  };
  // A value may be anything but undefined, which is how `answerWith` tells that it did not go through.
  const value = await answerWith(page, () => act.run(facts, answers), words);
  if (again) show(page, pending, again);
  else if (value !== undefined) await went(page, pending, answers, value);
}

function show<Facts>(page: Page<Facts>, { id, act }: Pending<Facts>, sheet: Sheet): void {
  page.setData({ ask: asking(id, { heading: act.words, confirm: act.words, ...sheet }) });
}

async function atOnce<Facts>(page: Page<Facts>, pending: Pending<Facts>): Promise<void> {
  const { id, act, facts, what } = pending;
  const outcome = await page.once(what, () => act.run(facts, {}));
  if (!outcome) return;
  if (outcome.kind === 'value') return went(page, pending, {}, outcome.value);
  const override = outcome.kind === 'refused' ? act.override?.(outcome.refusals, facts) : undefined;
  if (override) show(page, pending, override);
  else if (page.saysNo) page.saysNo(outcome);
  else tell(outcome);
  await page.notActed?.(id);
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
