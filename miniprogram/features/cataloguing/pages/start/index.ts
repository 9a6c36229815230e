import type { LookedUp } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { signal, silence } from '../../../../lib/feedback';
import { load, type PageState } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { headingOf, lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { drafts, dropDraft } from '../../drafts';
import { draftRow, foundCard, type DraftRow, type FoundCard } from '../../found-view';
import { cataloguingRoutes } from '../../routes';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as PageState,
    turn: 0,
    code: '',
    busy: false,
    found: [] as FoundCard[],
    /** A code that is nothing here, and no ISBN. */
    unknown: '',
    problem: [] as RefusalLine[],
    no: '',
    drafts: [] as DraftRow[],
  },
  onLoad() {
    void this.load();
  },
  onShow() {
    keepLook(this);
    const now = Date.now();
    this.setData({ drafts: drafts().map((draft) => draftRow(draft, now)), turn: this.data.turn + 1 });
  },
  onUnload() {
    silence();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  /** Whoever may not catalogue is told so before scanning. */
  async load() {
    await load(this, {
      action: 'cataloguing.choices',
      input: {},
      keepAs: 'cataloguing.choices',
      show: () => ({}),
    });
  },
  scanned(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    void this.lookUp(event.detail.code);
  },
  async camera() {
    const code = await scanWithCamera();
    if (code) await this.lookUp(code);
  },
  again() {
    if (this.data.code) void this.lookUp(this.data.code);
  },
  async lookUp(code: string) {
    if (this.data.busy) return;
    this.setData({ busy: true, code, found: [], unknown: '', problem: [] });
    const outcome = await ask('cataloguing.lookUp', { code });
    this.setData({ busy: false });
    if (outcome.kind === 'value') return this.answered(code, outcome.value);
    signal('refused');
    this.setData({ problem: lines(outcome) ?? [], no: headingOf(outcome, '没有查') });
  },
  answered(code: string, answer: LookedUp) {
    if (answer.found === 'titles') {
      signal('look');
      this.setData({ found: answer.list.map(foundCard) });
    } else if (answer.draft.isbn) {
      signal('done');
      open(cataloguingRoutes.newTitle(answer.draft.isbn.bare));
    } else {
      signal('look');
      this.setData({ unknown: code });
    }
  },
  useUnknown() {
    open(cataloguingRoutes.newTitle(this.data.unknown));
  },
  withoutCode() {
    open(cataloguingRoutes.newTitle(''));
  },
  another() {
    open(cataloguingRoutes.newTitle(this.data.code));
  },
  openTitle(event: WechatMiniprogram.TouchEvent) {
    open(routes.title(String(event.currentTarget.dataset.id)));
  },
  openCopies(event: WechatMiniprogram.TouchEvent) {
    open(cataloguingRoutes.copies(String(event.currentTarget.dataset.id)));
  },
  edit(event: WechatMiniprogram.TouchEvent) {
    open(cataloguingRoutes.editTitle(String(event.currentTarget.dataset.id)));
  },
  openDraft(event: WechatMiniprogram.TouchEvent) {
    open(cataloguingRoutes.draft(String(event.currentTarget.dataset.key)));
  },
  dropDraft(event: WechatMiniprogram.TouchEvent) {
    const { key, title } = event.currentTarget.dataset as { key: string; title: string };
    wx.showModal({
      title: '丢弃这份草稿？',
      content: title,
      confirmText: '丢弃',
      success: ({ confirm }) => {
        if (!confirm) return;
        dropDraft(key);
        this.setData({ drafts: this.data.drafts.filter((draft) => draft.key !== key) });
      },
    });
  },
});
