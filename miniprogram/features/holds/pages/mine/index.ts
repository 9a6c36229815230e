import type { Branch, FamilyMember } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { FAMILY, sharersOf, type Sharer } from '../../../../lib/family';
import { keep, kept } from '../../../../lib/keep';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { libraryToday } from '../../../../lib/session';
import { lines } from '../../../../lib/tell';
import { holdActs } from '../../hold-acts';
import { changesOf, holdsView, type HoldRow } from '../../holds-view';

const holds = loads('holds.list', (answer, today) => holdsView(answer, today), { keep: true });

Page(
  screen([holds, acts(holdActs), loadsAgain, submits(), opensTitle], {
    data: {
      list: none<HoldRow>(),
      /** The hold whose branch, days and sharers are being changed. */
      changing: maybe<HoldRow>(),
      sheet: false,
      pickUp: none<Branch>(),
      chosen: '',
      startsOn: '',
      neededUntil: '',
      sharers: none<Sharer>(),
      today: libraryToday(),
    },
    rowOf(event: WechatMiniprogram.TouchEvent): HoldRow | undefined {
      return this.data.list.find(({ holdId }) => holdId === dataOf(event).id);
    },
    async askChange(event: WechatMiniprogram.TouchEvent) {
      const changing = this.rowOf(event);
      if (!changing) return;
      const branches = kept<{ list: Branch[] }>('catalogue.branches')?.value.list ?? [];
      const family = kept<{ list: FamilyMember[] }>(FAMILY)?.value.list ?? [];
      this.setData({
        changing,
        sheet: true,
        refusals: [],
        today: libraryToday(),
        pickUp: branches.filter(({ pickUp }) => pickUp),
        chosen: changing.pickUpBranchId,
        startsOn: changing.startsOn,
        neededUntil: changing.neededUntil,
        sharers: sharersOf(family, changing.sharedWith),
      });
      // What is kept is shown at once; what the library says now comes after it.
      const [places, members] = await Promise.all([ask('catalogue.branches', {}), ask('account.family', {})]);
      if (places.kind === 'value') {
        keep('catalogue.branches', places.value);
        this.setData({ pickUp: places.value.list.filter(({ pickUp }) => pickUp) });
      } else if (this.data.pickUp.length === 0) this.setData({ refusals: lines(places) ?? [], no: '' });
      if (members.kind === 'value' && family.length === 0) {
        keep(FAMILY, members.value);
        this.setData({ sharers: sharersOf(members.value.list, changing.sharedWith) });
      }
    },
    chooseBranch(event: Said<{ branchId: string }>) {
      this.setData({ chosen: event.detail.branchId });
    },
    setOptions(event: Said<Record<string, unknown>>) {
      this.setData({ ...event.detail, refusals: [] });
    },
    closeChange() {
      if (!this.data.busy) this.setData({ sheet: false });
    },
    async change() {
      const { changing } = this.data;
      if (!changing) return;
      const changes = changesOf(changing, this.data);
      if (Object.keys(changes).length === 0) {
        this.setData({ sheet: false });
        return;
      }
      const { holdId } = changing;
      const changed = await this.submit(holdId, '未能修改', () =>
        act('holds.change', { holdId, ...changes }),
      );
      if (!changed) return;
      this.setData({ sheet: false });
      wx.showToast({ title: '已更改', icon: 'success' });
      await this.load();
    },
    askCancel(event: WechatMiniprogram.TouchEvent) {
      const leaving = this.rowOf(event);
      if (leaving) void this.start('cancel', leaving, leaving.holdId);
    },
    openBranch(event: WechatMiniprogram.TouchEvent) {
      open(routes.branch(dataOf(event).id ?? ''));
    },
    card() {
      open(routes.card);
    },
    search() {
      open(routes.search);
    },
  }),
);
