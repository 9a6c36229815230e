import { askBeside } from '../../../../lib/beside';
import { act } from '../../../../lib/call';
import { familyTabs } from '../../../../lib/family';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { libraryToday } from '../../../../lib/session';
import { offerMessages, prepareMessages } from '../../../../lib/subscribe';
import { loanActs } from '../../loan-acts';
import { loanRow, loansView, type LoanRow } from '../../loans-view';
import { renewsSeveral } from '../../renewing-several';
import { toldOfOne, type Told } from '../../told-view';

const loans = loads('loans.list', loansView, { keep: true });

/** `readerId`: whose loans; '' is the acting reader. `busy`: the loan that is being renewed, or "several". */
Page(
  screen([given('readerId'), loans, acts(loanActs), renewsSeveral, loadsAgain, opensTitle], {
    data: {
      list: none<LoanRow>(),
      /** Counts the loads, for what to read next. */
      turn: 0,
      renewableCount: 0,
      /** Whose loans: one's own, a child's, another card's. */
      tabs: none<{ readerId: string; name: string }>(),
      /** The loan whose reasons are unfolded. */
      why: '',
      /** What became of the last renewal, shown in a sheet. */
      told: maybe<Told>(),
      sheet: false,
      /** The loan whose further acts are shown. */
      chosen: maybe<LoanRow>(),
      more: false,
    },
    onShow() {
      void askBeside('account.family', {}, ({ list }) => this.setData({ tabs: familyTabs(list) }));
      void prepareMessages();
    },
    loaded() {
      this.setData({ turn: this.data.turn + 1 });
    },
    asked() {
      const { readerId, tabs } = this.data;
      return !readerId || readerId === tabs[0]?.readerId ? {} : { readerId };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { id: readerId = '' } = dataOf(event);
      if (this.data.busy || readerId === (this.data.readerId || this.data.tabs[0]?.readerId)) return;
      this.setData({ readerId, list: [], renewableCount: 0, state: { kind: 'loading' } });
      void this.load();
    },
    openMore(event: WechatMiniprogram.TouchEvent) {
      const { id } = dataOf(event);
      const chosen = this.data.list.find(({ loanId }) => loanId === id) ?? null;
      this.setData({ chosen, more: chosen !== null });
    },
    closeMore() {
      this.setData({ more: false });
    },
    give() {
      this.closeMore();
      if (this.data.chosen) open(routes.giveLoan(this.data.chosen.loanId, this.data.readerId));
    },
    askClaim() {
      this.closeMore();
      const { chosen } = this.data;
      if (chosen) void this.start('claim', chosen, chosen.loanId);
    },
    history() {
      open(routes.history);
    },
    take() {
      open(routes.takeLoan);
    },
    async renew(event: WechatMiniprogram.TouchEvent) {
      await this.renewOne(dataOf(event).id ?? '');
    },
    async renewOne(loanId: string) {
      if (this.data.busy) return;
      this.setData({ sheet: false });
      const outcome = await this.once(loanId, () => act('loans.renew', { loanId }));
      if (!outcome) return;
      const today = libraryToday();
      const i = this.data.list.findIndex((row) => row.loanId === loanId);
      const renewed = outcome.kind === 'value' && { [`list[${i}]`]: loanRow(outcome.value, today) };
      this.setData({ ...renewed, sheet: true, told: toldOfOne(outcome, loanId, today) });
      await this.load();
    },
    retry() {
      const again = this.data.told?.retry;
      void (again === 'several' ? this.renewSeveral() : this.renewOne(again ?? ''));
    },
    async remind() {
      this.closeSheet();
      await offerMessages(['due_soon', 'overdue']);
    },
    why(event: WechatMiniprogram.TouchEvent) {
      const { id = '' } = dataOf(event);
      this.setData({ why: this.data.why === id ? '' : id });
    },
    closeSheet() {
      this.setData({ sheet: false });
    },
    search() {
      open(routes.search);
    },
  }),
);
