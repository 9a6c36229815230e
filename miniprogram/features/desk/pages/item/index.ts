import type { DeskItem } from '../../../../../typings/contract';
import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, notAsking, type Asking } from '../../../../lib/asking';
import { ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { branchHere, rolesHere } from '../../branch';
import { scanWithCamera } from '../../../../lib/camera';
import { deskLines } from '../../desk-refusals';
import { askAbout, doWithItem } from '../../item-asks';
import { may } from '../../override-view';
import { itemView, type ItemAct, type ItemView } from '../../item-view';
import { dataOf } from '../../list-screen';
import { deskRoutes } from '../../routes';
import { cleanCode } from '../../scan-row';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'ready' } as object,
    barcode: '',
    view: null as ItemView | null,
    ask: notAsking as Asking,
    busy: '',
    done: '',
  },
  item: null as DeskItem | null,

  onLoad(query: Record<string, string | undefined>) {
    const barcode = fromQuery(query, 'barcode');
    if (barcode) void this.find(barcode);
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  scanned(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    void this.find(event.detail.code);
  },
  async camera() {
    const code = await scanWithCamera();
    if (code) void this.find(code);
  },
  async find(code: string) {
    this.item = null;
    this.setData({ barcode: cleanCode(code), view: null, done: '', state: { kind: 'loading' } });
    await this.load();
  },
  async load() {
    const { barcode } = this.data;
    if (!barcode) return;
    // What may be done with the copy depends on who works here.
    await branchHere();
    await load(this, { action: 'desk.item', input: { barcode }, show: (item) => this.shown(item) });
  },
  shown(item: DeskItem): { view: ItemView } {
    this.item = item;
    return { view: itemView(item, libraryToday(), may(rolesHere(), 'cataloguer')) };
  },
  async act(event: WechatMiniprogram.TouchEvent) {
    const what = dataOf(event).act as ItemAct;
    const { item } = this;
    if (!item || this.data.busy) return;
    if (what === 'queue') return open(deskRoutes.queue(item.title.titleId));
    if (what === 'copies') return open(routes.copiesOf(item.title.titleId));
    if (what === 'log') return open(deskRoutes.logOf(item.barcode));
    if (what === 'checkIn') return open(deskRoutes.checkIn);
    const sheet = askAbout(what, item);
    if (sheet) return this.setData({ ask: sheet, done: '' });
    this.setData({ busy: what });
    const outcome = await doWithItem(what, item, await branchHere(), {});
    this.setData({ busy: '' });
    if (tell(outcome, '已登记')) await this.load();
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const { item } = this;
    if (!item) return;
    const branchId = await branchHere();
    const { what } = this.data.ask;
    const run = () => doWithItem(what, item, branchId, event.detail.answers);
    if ((await answerWith(this, run, deskLines)) === undefined) return;
    this.setData({ done: '已登记' });
    await this.load();
  },
  /** Who has it: by the account, as a loan names the reader without the card. */
  openReader() {
    const { loan } = this.item ?? {};
    if (loan) void this.readerOf(loan.readerId);
  },
  async readerOf(readerId: string) {
    const outcome = await ask('fees.account', { readerId });
    if (tell(outcome)) open(deskRoutes.reader(outcome.value.cardNumber));
  },
  openTitle() {
    if (this.item) open(routes.title(this.item.title.titleId));
  },
  help() {
    open(deskRoutes.helpOn('copies'));
  },
});
