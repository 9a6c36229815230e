import type { Branch, FamilyMember, TitlePage } from '../../../typings/contract';
import { act, ask } from '../../lib/call';
import { FAMILY, sharersOf, type Sharer } from '../../lib/family';
import { keep, kept } from '../../lib/keep';
import type { RefusalLine } from '../../lib/refusals';
import { open, routes } from '../../lib/routes';
import { askMe, knownMe, libraryToday } from '../../lib/session';
import { offerMessages, prepareMessages } from '../../lib/subscribe';
import { headingOf, lines, tell } from '../../lib/tell';
import { honestWords } from './primary';

const BRANCHES = 'catalogue.branches';

const data = {
  sheet: '' as '' | 'place' | 'placed' | 'card' | 'share' | 'lists',
  pickUp: [] as Branch[],
  pickUpNotes: {} as Record<string, string>,
  chosen: '',
  words: '',
  refusals: [] as RefusalLine[],
  /** The library said no: only the reasons are shown, as trying again cannot help. Without an answer it can. */
  refused: false,
  no: '',
  needsCard: false,
  placed: '',
  /** From when, until when, who may collect it: folded away until wanted. */
  options: false,
  startsOn: '',
  neededUntil: '',
  sharers: [] as Sharer[],
  today: libraryToday(),
  busy: false,
  confirming: false,
};

/** The title page as the ways to place and cancel a hold see it. */
interface Holding {
  data: typeof data;
  setData(data: Record<string, unknown>): void;
  titleId: string;
  page: TitlePage | undefined;
  load(): Promise<void>;
  loadSharers(): Promise<void>;
  showPickUp(branches: Branch[]): void;
}

/** Placing a hold from the title page and taking it back: the sheets, and what was said in them. Spread into the page. */
export const holding = {
  data,
  async beginHold(this: Holding) {
    // The sheet with the reasons for a card comes before a form that could only be refused.
    const me =
      knownMe() ?? (await askMe().then((outcome) => (outcome.kind === 'value' ? outcome.value : undefined)));
    if (me && !me.reader) {
      this.setData({ sheet: 'card' });
      return;
    }
    void prepareMessages();
    const page = this.page;
    if (!page) return;
    this.showPickUp(kept<{ list: Branch[] }>(BRANCHES)?.value.list ?? []);
    this.setData({
      sheet: 'place',
      words: honestWords(page, libraryToday()),
      refusals: [],
      refused: false,
      needsCard: false,
      today: libraryToday(),
    });
    void this.loadSharers();
    const outcome = await ask('catalogue.branches', {});
    if (outcome.kind === 'value') {
      keep(BRANCHES, outcome.value);
      this.showPickUp(outcome.value.list);
    } else if (this.data.pickUp.length === 0) this.setData({ refusals: lines(outcome) ?? [], no: '' });
  },
  async loadSharers(this: Holding) {
    const known = kept<{ list: FamilyMember[] }>(FAMILY);
    if (known) this.setData({ sharers: sharersOf(known.value.list) });
    const outcome = await ask('account.family', {});
    if (outcome.kind !== 'value') return;
    keep(FAMILY, outcome.value);
    const chosen = this.data.sharers.filter(({ on }) => on).map(({ name }) => name);
    this.setData({ sharers: sharersOf(outcome.value.list, chosen) });
  },
  unfoldOptions(this: Holding) {
    this.setData({ options: !this.data.options });
  },
  setOptions(this: Holding, event: WechatMiniprogram.CustomEvent<Record<string, unknown>>) {
    this.setData({ ...event.detail, refusals: [], refused: false });
  },
  showPickUp(this: Holding, branches: Branch[]) {
    const pickUp = branches.filter((branch) => branch.pickUp);
    const here = this.page?.branches ?? [];
    const notes = here
      .filter(({ onShelf }) => onShelf > 0)
      .map((b) => [b.branchId, `此馆在架 ${b.onShelf} 册`]);
    const first = pickUp.find(({ branchId }) => here.some((b) => b.branchId === branchId && b.onShelf > 0));
    this.setData({
      pickUp,
      pickUpNotes: Object.fromEntries(notes),
      chosen: this.data.chosen || first?.branchId || pickUp[0]?.branchId || '',
    });
  },
  choose(this: Holding, event: WechatMiniprogram.CustomEvent<{ branchId: string }>) {
    this.setData({ chosen: event.detail.branchId });
  },
  async place(this: Holding) {
    if (this.data.busy || !this.data.chosen) return;
    this.setData({ busy: true, refusals: [], refused: false });
    const { chosen, startsOn, neededUntil, sharers } = this.data;
    const sharedWith = sharers.filter(({ on }) => on).map(({ readerId }) => readerId);
    const outcome = await act('holds.place', {
      titleId: this.titleId,
      pickUpBranchId: chosen,
      ...(startsOn && { startsOn }),
      ...(neededUntil && { neededUntil }),
      ...(sharedWith.length > 0 && { sharedWith }),
    });
    if (outcome.kind !== 'value') {
      const needsCard = outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'no_card');
      this.setData({
        busy: false,
        refusals: lines(outcome) ?? [],
        refused: outcome.kind === 'refused',
        no: headingOf(outcome, '这次没有预约成'),
        needsCard,
      });
      return;
    }
    const hold = outcome.value;
    const placed =
      hold.status === 'ready'
        ? `书已在${hold.pickUpBranchName}的预约架上，可以去取了。`
        : `第 ${hold.position} 位，到馆后在${hold.pickUpBranchName}取书。`;
    this.setData({ busy: false, sheet: 'placed', placed });
    await this.load();
  },
  async remind(this: Holding) {
    const accepted = await offerMessages(['hold_ready', 'hold_expired']);
    this.setData({ sheet: '' });
    if (accepted.length > 0) wx.showToast({ title: '到书时会提醒您', icon: 'none' });
  },
  async cancelHold(this: Holding) {
    const holdId = this.page?.myHold?.holdId;
    this.setData({ confirming: false });
    if (!holdId || this.data.busy) return;
    this.setData({ busy: true });
    const outcome = await act('holds.cancel', { holdId });
    this.setData({ busy: false });
    tell(outcome, '已取消预约');
    await this.load();
  },
  keepHold(this: Holding) {
    this.setData({ confirming: false });
  },
  closeSheet(this: Holding) {
    this.setData({ sheet: '' });
  },
  apply(this: Holding) {
    this.setData({ sheet: '' });
    open(routes.apply);
  },
  link(this: Holding) {
    this.setData({ sheet: '' });
    open(routes.link);
  },
};
