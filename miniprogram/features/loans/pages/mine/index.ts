import type { FamilyMember } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { longDate } from '../../../../lib/dates';
import { FAMILY, familyTabs } from '../../../../lib/family';
import { keep, kept } from '../../../../lib/keep';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { offerMessages, prepareMessages } from '../../../../lib/subscribe';
import { canRetry, headingOf, lines, tell } from '../../../../lib/tell';
import { loanRow, loansView, renewedAll, type LoanRow } from '../../loans-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    list: [] as LoanRow[],
    /** Whose loans: one's own, a child's, another card's. */
    tabs: [] as { readerId: string; name: string }[],
    /** '' is the acting reader. */
    readerId: '',
    count: '',
    renewableCount: 0,
    /** The loan that is being renewed, or "all". */
    busy: '',
    /** The loan whose reasons are unfolded. */
    why: '',
    /** What became of the last renewal, shown in a sheet. */
    told: null as {
      heading: string;
      line: string;
      lines: RefusalLine[];
      refused: ReturnType<typeof renewedAll>['refused'];
      /** What "重试" asks for again: a loan, "all", or nothing. */
      retry: string;
    } | null,
    sheet: false,
    /** The loan whose further acts are shown. */
    chosen: null as LoanRow | null,
    more: false,
    claiming: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ readerId: fromQuery(query, 'readerId') });
  },
  onShow() {
    keepLook(this);
    void this.loadFamily();
    void prepareMessages();
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    const readerId = this.data.readerId;
    const own = !readerId || readerId === this.data.tabs[0]?.readerId;
    await load(this, {
      action: 'loans.list',
      input: own ? {} : { readerId },
      keepAs: own ? 'loans.list' : `loans.list ${readerId}`,
      show: (answer) => ({ ...loansView(answer, libraryToday()) }),
    });
  },
  async loadFamily() {
    const known = kept<{ list: FamilyMember[] }>(FAMILY);
    if (known) this.setData({ tabs: familyTabs(known.value.list) });
    const outcome = await ask('account.family', {});
    if (outcome.kind !== 'value') return;
    keep(FAMILY, outcome.value);
    this.setData({ tabs: familyTabs(outcome.value.list) });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const readerId = String(event.currentTarget.dataset.id);
    if (this.data.busy || readerId === (this.data.readerId || this.data.tabs[0]?.readerId)) return;
    this.setData({ readerId, list: [], renewableCount: 0, state: { kind: 'loading' } });
    void this.load();
  },
  openMore(event: WechatMiniprogram.TouchEvent) {
    const chosen = this.data.list.find(({ loanId }) => loanId === event.currentTarget.dataset.id) ?? null;
    this.setData({ chosen, more: chosen !== null });
  },
  closeMore() {
    this.setData({ more: false });
  },
  give() {
    this.setData({ more: false });
    if (this.data.chosen) open(routes.giveLoan(this.data.chosen.loanId, this.data.readerId));
  },
  askClaim() {
    this.setData({ more: false, claiming: true });
  },
  stay() {
    this.setData({ claiming: false });
  },
  async claim() {
    const loanId = this.data.chosen?.loanId;
    this.setData({ claiming: false });
    if (!loanId || this.data.busy) return;
    this.setData({ busy: loanId });
    const outcome = await act('loans.claimReturned', { loanId });
    this.setData({ busy: '' });
    tell(outcome, '已记下，馆员会查找');
    await this.load();
  },
  history() {
    open(routes.history);
  },
  take() {
    open(routes.takeLoan);
  },
  async renew(event: WechatMiniprogram.TouchEvent) {
    const loanId = String(event.currentTarget.dataset.id);
    await this.renewOne(loanId);
  },
  async renewOne(loanId: string) {
    if (this.data.busy) return;
    this.setData({ busy: loanId, sheet: false });
    const outcome = await act('loans.renew', { loanId });
    const today = libraryToday();
    if (outcome.kind === 'value') {
      const i = this.data.list.findIndex((row) => row.loanId === loanId);
      this.setData({ busy: '', [`list[${i}]`]: loanRow(outcome.value, today) });
      this.tell('续借成功', `新的到期日是 ${longDate(outcome.value.dueOn, today)}。`, []);
    } else {
      this.setData({ busy: '' });
      this.tell(headingOf(outcome, '没有续借成'), '', lines(outcome) ?? [], canRetry(outcome) ? loanId : '');
    }
    await this.load();
  },
  async renewAll() {
    if (this.data.busy) return;
    this.setData({ busy: 'all', sheet: false });
    const { readerId } = this.data;
    const outcome = await act('loans.renewAll', readerId ? { readerId } : {});
    this.setData({ busy: '' });
    if (outcome.kind === 'value') {
      const { line, refused } = renewedAll(outcome.value, libraryToday());
      this.setData({ sheet: true, told: { heading: '全部续借', line, lines: [], refused, retry: '' } });
    } else
      this.tell(headingOf(outcome, '没有续借成'), '', lines(outcome) ?? [], canRetry(outcome) ? 'all' : '');
    await this.load();
  },
  tell(heading: string, line: string, because: RefusalLine[], retry = '') {
    this.setData({ sheet: true, told: { heading, line, lines: because, refused: [], retry } });
  },
  retry() {
    const again = this.data.told?.retry;
    void (again === 'all' ? this.renewAll() : this.renewOne(again ?? ''));
  },
  async remind() {
    this.setData({ sheet: false });
    await offerMessages(['due_soon', 'overdue']);
  },
  why(event: WechatMiniprogram.TouchEvent) {
    const loanId = String(event.currentTarget.dataset.id);
    this.setData({ why: this.data.why === loanId ? '' : loanId });
  },
  closeSheet() {
    this.setData({ sheet: false });
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
  search() {
    open(routes.search);
  },
});
