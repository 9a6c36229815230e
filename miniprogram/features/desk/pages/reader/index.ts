import type { Branch, DeskReader, SearchHit } from '../../../../../typings/contract';
import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, notAsking, type Asking } from '../../../../lib/asking';
import { act, ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { branchHere, rolesHere } from '../../branch';
import { readerCategories } from '../../categories';
import { deskLines } from '../../desk-refusals';
import { dataOf } from '../../list-screen';
import { askOverride, overrideFrom } from '../../override-ask';
import { canOverride, learnOverrides, may } from '../../override-view';
import { askReader, doWithReader, type ReaderAct } from '../../reader-asks';
import { readerView, type ReaderView } from '../../reader-view';
import { deskRoutes } from '../../routes';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as object,
    card: '',
    view: null as ReaderView | null,
    /** What a card is good for, its category and its end, is a manager's to change. */
    manages: false,
    ask: notAsking as Asking,
    asked: '',
    busy: '',
    done: '',
    /** Holding a title for this reader: what was searched, what was found. */
    holding: false,
    query: '',
    hits: [] as { titleId: string; title: string; authors: string }[],
    searched: false,
  },
  reader: null as DeskReader | null,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ card: fromQuery(query, 'card') });
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
  async load() {
    // Opened by itself, the page does not know yet who works here.
    await branchHere();
    await load(this, {
      action: 'desk.reader',
      input: { scanned: this.data.card },
      show: (reader) => {
        this.reader = reader;
        return { view: readerView(reader, libraryToday()), manages: may(rolesHere(), 'manager') };
      },
    });
  },

  async renew(event: WechatMiniprogram.TouchEvent) {
    const { id = '' } = dataOf(event);
    if (this.data.busy) return;
    this.setData({ busy: id, done: '' });
    const outcome = await act('desk.renew', { loanId: id });
    this.setData({ busy: '' });
    if (outcome.kind === 'refused' && canOverride(learnOverrides(outcome.refusals), rolesHere())) {
      const why = deskLines(outcome.refusals).map(({ text }) => text);
      this.setData({ asked: id, ask: askOverride('renew', why.join(''), libraryToday()) });
      return;
    }
    if (tell(outcome, '已续借')) await this.load();
  },
  openItem(event: WechatMiniprogram.TouchEvent) {
    open(deskRoutes.item(dataOf(event).barcode ?? ''));
  },
  lift(event: WechatMiniprogram.TouchEvent) {
    const what = dataOf(event).lift ?? '';
    if (what === 'pay' || what === 'deposit') return this.money();
    this.start(what as ReaderAct);
  },
  change(event: WechatMiniprogram.TouchEvent) {
    this.start(dataOf(event).act as ReaderAct);
  },
  start(what: ReaderAct) {
    void this.open(what);
  },
  async open(what: ReaderAct) {
    const { reader } = this;
    if (!reader) return;
    const categories = what === 'category' ? await readerCategories() : [];
    this.setData({ ask: askReader(what, reader, libraryToday(), categories), done: '' });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const { answers } = event.detail;
    const { ask: sheet, asked } = this.data;
    const readerId = this.reader?.readerId ?? '';
    if (sheet.what === 'renew') {
      const override = overrideFrom(answers);
      const run = () => act('desk.renew', { loanId: asked, override });
      if (await answerWith(this, run, deskLines)) await this.load();
      return;
    }
    const done = await answerWith(this, () => doWithReader(sheet.what, readerId, answers), deskLines);
    if (!done) return;
    // The old number opens nothing from now on.
    if ('cardNumber' in done) this.setData({ card: done.cardNumber, done: `新证号 ${done.cardNumber}` });
    else this.setData({ done: '已保存' });
    await this.load();
  },
  money() {
    if (this.reader) open(routes.fees(this.reader.readerId));
  },
  log() {
    if (this.reader) open(deskRoutes.logOfReader(this.reader.readerId));
  },
  checkOut() {
    open(deskRoutes.checkOut);
  },
  help() {
    open(deskRoutes.helpOn('reader'));
  },

  openHold() {
    this.setData({ holding: true, query: '', hits: [], searched: false });
  },
  closeHold() {
    this.setData({ holding: false });
  },
  typeQuery(event: WechatMiniprogram.Input) {
    this.setData({ query: event.detail.value });
  },
  async search() {
    const query = this.data.query.trim();
    if (!query || this.data.busy) return;
    this.setData({ busy: 'search' });
    const outcome = await ask('search.find', { query });
    this.setData({ busy: '' });
    if (!tell(outcome)) return;
    const hits = outcome.value.list
      .slice(0, 8)
      .map(({ titleId, title, authors }: SearchHit) => ({ titleId, title, authors }));
    this.setData({ hits, searched: true });
  },
  async hold(event: WechatMiniprogram.TouchEvent) {
    const { title = '' } = dataOf(event);
    const { reader } = this;
    if (!reader || this.data.busy) return;
    this.setData({ busy: title });
    const pickUpBranchId = await pickUpAt(await branchHere());
    const outcome = await act('desk.placeHold', {
      readerId: reader.readerId,
      titleId: title,
      pickUpBranchId,
    });
    this.setData({ busy: '' });
    if (!tell(outcome, '已预约')) return;
    this.setData({ holding: false });
    await this.load();
  },
});

/** This branch, or where the reader's hand will be when this one has no hold shelf: the first that has. */
async function pickUpAt(here: string): Promise<string> {
  const outcome = await ask('catalogue.branches', {});
  const branches: Branch[] =
    outcome.kind === 'value' ? outcome.value.list.filter(({ pickUp }) => pickUp) : [];
  return branches.some(({ branchId }) => branchId === here) ? here : (branches[0]?.branchId ?? here);
}
