import { act } from '../../../../lib/call';
import { longDate } from '../../../../lib/dates';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { offerMessages, prepareMessages } from '../../../../lib/subscribe';
import { canRetry, headingOf, lines } from '../../../../lib/tell';
import { loanRow, loansView, renewedAll, type LoanRow } from '../../loans-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    list: [] as LoanRow[],
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
  },
  onShow() {
    keepLook(this);
    void prepareMessages();
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    await load(this, {
      action: 'loans.list',
      input: {},
      keepAs: 'loans.list',
      show: (answer) => ({ ...loansView(answer, libraryToday()) }),
    });
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
    const outcome = await act('loans.renewAll', {});
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
