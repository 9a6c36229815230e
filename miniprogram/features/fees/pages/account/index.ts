import type { FeesAccount } from '../../../../../typings/contract';
import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, notAsking, type Asking } from '../../../../lib/asking';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { deskWidth } from '../../../../lib/width';
import { accountHead, moneyLine, type AccountHead, type MoneyLine } from '../../account-view';
import { askMoney, doMoney, isReceipt, type MoneyAct } from '../../money-asks';
import { receiptPage } from '../../routes';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as object,
    readerId: '',
    head: null as AccountHead | null,
    settle: false,
    list: [] as MoneyLine[],
    next: '',
    more: 'idle' as More,
    ask: notAsking as Asking,
    asked: '',
    done: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ readerId: fromQuery(query, 'readerId') });
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  onResize() {
    this.setData({ width: deskWidth() });
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
      action: 'fees.account',
      input: { readerId: this.data.readerId },
      show: (account) => this.shown(account),
    });
  },
  async loadMore() {
    await loadMore(this, {
      action: 'fees.account',
      input: { readerId: this.data.readerId },
      rows: ({ list }) => list.map((line) => moneyLine(line, libraryToday())),
    });
  },
  shown(account: FeesAccount) {
    const list = account.list.map((line) => moneyLine(line, libraryToday()));
    // Charges that the reader's credit covers: nothing is owed, and they are still open.
    const settle = account.owes <= 0 && list.some(({ openFen }) => openFen > 0);
    return { head: accountHead(account), settle, list, next: account.next ?? '', more: 'idle' as More };
  },
  start(event: WechatMiniprogram.TouchEvent) {
    const { act, line = '' } = event.currentTarget.dataset as { act: MoneyAct; line?: string };
    const { head, list } = this.data;
    if (!head) return;
    const about = list.find(({ lineId }) => lineId === line);
    this.setData({ asked: line, ask: askMoney(act, head, about), done: '' });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const { ask, asked, readerId } = this.data;
    const { answers } = event.detail;
    const done = await answerWith(this, () => doMoney(ask.what, readerId, answers, asked || undefined));
    if (!done) return;
    if (isReceipt(done)) return open(receiptPage(done.receipt, readerId));
    this.setData({ ...this.shown(done), done: '已记账' });
  },
  receipt(event: WechatMiniprogram.TouchEvent) {
    open(receiptPage(String(event.currentTarget.dataset.receipt), this.data.readerId));
  },
  openReader() {
    const { head } = this.data;
    if (head) open(routes.deskReader(head.cardNumber));
  },
  help() {
    open(routes.deskHelp('money'));
  },
});
