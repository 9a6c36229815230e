import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { yuan } from '../../../../lib/money';
import { loadMore, type More } from '../../../../lib/more';
import { libraryToday } from '../../../../lib/session';
import { balance, moneyRow, type MoneyRow } from '../../money-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    sum: '',
    about: '',
    tone: '',
    deposit: '',
    list: [] as MoneyRow[],
    next: '',
    more: 'idle' as More,
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    void this.loadMore();
  },
  async load() {
    await load(this, {
      action: 'account.lines',
      input: {},
      keepAs: 'account.lines',
      show: ({ owes, deposit, list, next }) => ({
        ...balance(owes),
        deposit: deposit > 0 ? `押金 ${yuan(deposit)}，退证时退还` : '',
        list: list.map((line) => moneyRow(line, libraryToday())),
        next: next ?? '',
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    await loadMore(this, {
      action: 'account.lines',
      input: {},
      rows: ({ list }) => list.map((line) => moneyRow(line, libraryToday())),
    });
  },
});
