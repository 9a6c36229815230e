import type { CataloguedCopy } from '../../../../../typings/contract';
import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, asking, notAsking, type Asking } from '../../../../lib/asking';
import { act, type Outcome, type Output } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { signal, silence } from '../../../../lib/feedback';
import { load, type PageState } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { adding, type AddedRow, type Adding } from '../../adding';
import { copyRow, type CopyRow } from '../../copies-view';
import {
  changeIn,
  copyFields,
  firstTemplate,
  placeText,
  rememberTemplate,
  templateLike,
  templateIn,
  type Choices,
  type CopyTemplate,
} from '../../copy-template';
import { cataloguingRoutes } from '../../routes';

const TEMPLATE = 'template';
/** The list is asked for anew once the hand rests. */
const REST_MS = 1200;

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as PageState,
    titleId: '',
    title: '',
    about: '',
    callNumber: '',
    total: 0,
    list: [] as CopyRow[],
    next: '',
    more: 'idle' as More,
    rows: [] as AddedRow[],
    place: '',
    turn: 0,
    ask: notAsking as Asking,
    /** The copy that is to be taken out again, once it is confirmed. */
    removing: '',
  },
  choices: undefined as Choices | undefined,
  template: undefined as CopyTemplate | undefined,
  copies: new Map<string, CataloguedCopy>(),
  adding: undefined as Adding | undefined,
  resting: 0,

  onLoad(query: Record<string, string | undefined>) {
    const titleId = fromQuery(query, 'titleId');
    this.copies = new Map();
    this.setData({ titleId });
    this.adding = adding(
      titleId,
      () => this.template,
      (rows) => this.setData({ rows }),
      (row, outcome) => this.settled(row, outcome),
    );
    void this.load();
  },
  onShow() {
    keepLook(this);
    // Back from changing the title: its name may be another one.
    if (this.data.state.kind === 'ready') void this.load();
  },
  onUnload() {
    clearTimeout(this.resting);
    silence();
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
    if (!this.choices) {
      const choices = await load(this, {
        action: 'cataloguing.choices',
        input: {},
        show: (value) => {
          this.choices = value;
          this.template = firstTemplate(value);
          return {};
        },
      });
      if (choices.kind !== 'value') return;
    }
    await load(this, {
      action: 'cataloguing.copies',
      input: { titleId: this.data.titleId },
      show: (value) => ({ ...this.shown(value), more: 'idle' }),
    });
  },
  /** Proposed once, by the copies that are here; what staff choose afterwards stays. */
  propose(list: CataloguedCopy[]) {
    const { choices, template } = this;
    if (!choices || !template || this.data.place) return {};
    this.template = templateLike(template, list);
    return { place: placeText(this.template, choices) };
  },
  shown({ title, callNumber, total, list, next = '' }: Output<'cataloguing.copies'>) {
    return {
      title: title.title,
      about: [title.authors, title.publisher, title.year > 0 ? String(title.year) : '']
        .filter(Boolean)
        .join(' · '),
      callNumber,
      total,
      list: this.rowsOf(list),
      ...this.propose(list),
      next,
    };
  },
  rowsOf(list: CataloguedCopy[]): CopyRow[] {
    const { choices, copies } = this;
    for (const copy of list) copies.set(copy.barcode, copy);
    return choices ? list.map((copy) => copyRow(copy, choices)) : [];
  },
  async loadMore() {
    await loadMore(this, {
      action: 'cataloguing.copies',
      input: { titleId: this.data.titleId },
      rows: ({ list }) => this.rowsOf(list),
    });
  },

  // adding
  scanned(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.adding?.scan(event.detail.code);
  },
  async camera() {
    const code = await scanWithCamera();
    if (code) this.adding?.scan(code);
    this.setData({ turn: this.data.turn + 1 });
  },
  retry(event: WechatMiniprogram.TouchEvent) {
    this.adding?.retry(String(event.currentTarget.dataset.key));
  },
  settled(row: AddedRow, outcome: Outcome<unknown> | undefined) {
    signal(row.state === 'done' ? 'done' : 'refused');
    if (outcome?.kind !== 'value') return;
    if (this.template) rememberTemplate(this.template);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => void this.load(), REST_MS);
  },
  askPlace() {
    if (!this.choices || !this.template) return;
    const fields = copyFields(this.template, this.choices, false);
    this.setData({ ask: asking(TEMPLATE, { heading: '新复本放在哪里', fields, confirm: '确定' }) });
  },

  // one copy
  openCopy(event: WechatMiniprogram.TouchEvent) {
    const barcode = String(event.currentTarget.dataset.barcode);
    const copy = this.copies.get(barcode);
    if (!copy || !this.choices) return;
    const fields = copyFields(copy, this.choices, true);
    this.setData({ ask: asking(barcode, { heading: barcode, fields, confirm: '保存' }) });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false, turn: this.data.turn + 1 });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const { what } = this.data.ask;
    const { answers } = event.detail;
    const copy = this.copies.get(what);
    if (what === TEMPLATE || !copy) {
      this.template = templateIn(answers);
      this.setData({ place: this.choices ? placeText(this.template, this.choices) : '' });
      return this.closeAsk();
    }
    const change = changeIn(copy, answers);
    if (Object.keys(change).length === 0) return this.closeAsk();
    const run = () => act('cataloguing.changeCopy', { barcode: copy.barcode, change });
    const after = await answerWith(this, run);
    if (after) this.replaced(after);
  },
  replaced(copy: CataloguedCopy) {
    const at = this.data.list.findIndex(({ barcode }) => barcode === copy.barcode);
    const [row] = this.rowsOf([copy]);
    if (at >= 0 && row) this.setData({ [`list[${at}]`]: row });
    wx.showToast({ title: '已保存', icon: 'success' });
  },
  askRemove(event: WechatMiniprogram.TouchEvent) {
    this.setData({ removing: String(event.currentTarget.dataset.barcode) });
  },
  keepCopy() {
    this.setData({ removing: '' });
  },
  async remove() {
    const barcode = this.data.removing;
    this.setData({ removing: '' });
    const outcome = await act('cataloguing.removeCopy', { barcode });
    if (tell(outcome, '已撤去')) {
      this.copies.delete(barcode);
      this.setData({ rows: this.data.rows.filter((row) => row.barcode !== barcode) });
      await this.load();
    }
  },
  edit() {
    open(cataloguingRoutes.editTitle(this.data.titleId));
  },
  openTitle() {
    open(routes.title(this.data.titleId));
  },
});
