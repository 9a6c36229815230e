import type { Branch, TitlePage } from '../../../typings/contract';
import type { Sharer } from '../../lib/family';
import { askBeside } from '../../lib/beside';
import { act } from '../../lib/call';
import { sharersOf } from '../../lib/family';
import { refusalLines } from '../../lib/refusals';
import { none, one } from '../../lib/screen/empty';
import type { Said } from '../../lib/screen/event';
import type { Loads } from '../../lib/screen/loads';
import type { Drawn, Part } from '../../lib/screen/part';
import type { Submits } from '../../lib/screen/submits';
import { knownOrAskedMe, libraryToday } from '../../lib/session';
import { offerMessages, prepareMessages } from '../../lib/subscribe';
import { isRefusedFor, lines } from '../../lib/tell';
import { pickUpView, placedOf, placedWords } from './placing-view';
import { honestWords } from './primary';

const placingData = () => ({
  sheet: one<'' | 'place' | 'placed' | 'card' | 'share' | 'lists'>(''),
  pickUp: none<Branch>(),
  pickUpNotes: one<Record<string, string>>({}),
  chosen: '',
  words: '',
  /**
   * The library said no: only the reasons are shown, as trying again cannot help. Without an answer it can.
   */
  refused: false,
  needsCard: false,
  placed: '',
  /** From when, until when, who may collect it: folded away until wanted. */
  options: false,
  startsOn: '',
  neededUntil: '',
  sharers: none<Sharer>(),
  today: libraryToday(),
});

/** The title page as the ways to place a hold see it; the page brings `submits` too. */
type Placing = Drawn &
  Submits &
  Loads &
  Wants & {
    data: ReturnType<typeof placingData> & { titleId: string; busy: string };
    undrawn: { page: TitlePage | undefined };
    loadSharers(): Promise<void>;
    showPickUp(branches: Branch[]): void;
    closeSheet(): void;
  };

interface Wants {
  load(): Promise<void>;
}

const methods = {
  async beginHold(this: Placing) {
    // The sheet with the reasons for a card comes before a form that could only be refused.
    const me = await knownOrAskedMe();
    if (me && !me.reader) {
      this.setData({ sheet: 'card' });
      return;
    }
    void prepareMessages();
    const { page } = this.undrawn;
    if (!page) return;
    const today = libraryToday();
    this.setData({
      ...pickUpView([], page.branches, this.data.chosen),
      sheet: 'place',
      words: honestWords(page, today),
      refusals: [],
      refused: false,
      needsCard: false,
      today,
    });
    void this.loadSharers();
    const outcome = await askBeside('catalogue.branches', {}, ({ list }) => this.showPickUp(list));
    if (outcome.kind !== 'value' && this.data.pickUp.length === 0)
      this.setData({ refusals: lines(outcome) ?? [], no: '' });
  },
  /** What the library would say no to is told before a form is filled in. */
  showWhyNot(this: Placing) {
    const refusals = refusalLines(this.undrawn.page?.noHold ?? []);
    this.setData({ sheet: 'place', refusals, refused: true, needsCard: false, no: '' });
  },
  async loadSharers(this: Placing) {
    let isFirst = true;
    await askBeside('account.family', {}, ({ list }) => {
      const on = isFirst ? [] : this.data.sharers.filter((each) => each.on).map(({ name }) => name);
      isFirst = false;
      this.setData({ sharers: sharersOf(list, on) });
    });
  },
  unfoldOptions(this: Placing) {
    this.setData({ options: !this.data.options });
  },
  setOptions(this: Placing, event: Said<Record<string, unknown>>) {
    this.setData({ ...event.detail, refusals: [], refused: false });
  },
  showPickUp(this: Placing, branches: Branch[]) {
    this.setData({ ...pickUpView(branches, this.undrawn.page?.branches ?? [], this.data.chosen) });
  },
  choose(this: Placing, event: Said<{ branchId: string }>) {
    this.setData({ chosen: event.detail.branchId });
  },
  async place(this: Placing) {
    if (this.data.busy || !this.data.chosen) return;
    this.setData({ refused: false });
    const hold = await this.submit(
      'place',
      '预约未成功',
      () => act('holds.place', placedOf(this.data.titleId, this.data)),
      (outcome) => ({ refused: outcome.kind === 'refused', needsCard: isRefusedFor(outcome, 'no_card') }),
    );
    if (!hold) return;
    this.setData({ sheet: 'placed', placed: placedWords(hold) });
    await this.load();
  },
  async remind(this: Placing) {
    const accepted = await offerMessages(['hold_ready', 'hold_expired']);
    this.closeSheet();
    if (accepted.length > 0) wx.showToast({ title: '到书时会提醒您', icon: 'none' });
  },
};

/** Placing a hold from the page of a title: the sheets, and what was said in them. */
export const places: Part<ReturnType<typeof placingData>, typeof methods> = {
  name: 'places',
  data: placingData,
  methods,
};
