import type { ShelfStretch, ShelfTitle } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { More } from '../../../../lib/more';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { around, joined, moved, shelfRow, type ShelfRow, type Window } from '../../shelf-view';

type Way = 'left' | 'right';

/** The shelf around a title at one branch, read from left to right; only what is near is drawn. */
Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    branchName: '',
    rows: [] as ShelfRow[],
    hasLeft: false,
    hasRight: false,
    more: { left: 'idle', right: 'idle' } as Record<Way, More>,
    into: '',
  },
  titleId: '',
  branchId: '',
  known: [] as ShelfTitle[],
  ends: {} as Partial<Record<Way, string>>,
  drawn: { from: 0, to: 0 } as Window,

  onLoad(query: Record<string, string | undefined>) {
    this.titleId = fromQuery(query, 'titleId');
    this.branchId = fromQuery(query, 'branchId');
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  async load() {
    const { titleId, branchId } = this;
    await load(this, {
      action: 'catalogue.shelf',
      input: { titleId, branchId },
      keepAs: `catalogue.shelf ${branchId} ${titleId}`,
      show: (stretch) => ({ branchName: stretch.branchName, ...this.begin(stretch) }),
    });
    // Past the rows that stand to the left of it.
    wx.nextTick(() => wx.pageScrollTo({ selector: '#here', offsetTop: -120, duration: 0 }));
  },
  begin({ list, left, right }: ShelfStretch) {
    this.known = list;
    this.ends = { ...(left && { left }), ...(right && { right }) };
    this.drawn = around(list, this.titleId);
    return this.view();
  },
  view() {
    const { from, to } = this.drawn;
    return {
      rows: this.known.slice(from, to).map((title) => shelfRow(title, this.titleId)),
      hasLeft: from > 0 || this.ends.left !== undefined,
      hasRight: to < this.known.length || this.ends.right !== undefined,
    };
  },
  async further(event: WechatMiniprogram.TouchEvent) {
    const way: Way = event.currentTarget.dataset.way === 'left' ? 'left' : 'right';
    if (this.data.more[way] === 'loading') return;
    const isKnown = way === 'left' ? this.drawn.from > 0 : this.drawn.to < this.known.length;
    if (!isKnown && !(await this.read(way))) return;
    this.drawn = moved(this.drawn, way, this.known.length);
    this.setData(this.view());
  },
  /** The next stretch to one side; true when there is something to draw. */
  async read(way: Way): Promise<boolean> {
    const from = this.ends[way];
    if (from === undefined) return false;
    this.setData({ [`more.${way}`]: 'loading' });
    const outcome = await ask('catalogue.shelf', {
      branchId: this.branchId,
      titleId: this.titleId,
      [way]: from,
    });
    if (outcome.kind !== 'value') {
      this.setData({ [`more.${way}`]: 'failed' });
      return false;
    }
    const before = this.known.length;
    this.known = joined(this.known, outcome.value.list, way);
    const added = this.known.length - before;
    if (way === 'left') this.drawn = { from: this.drawn.from + added, to: this.drawn.to + added };
    const { [way]: _ended, ...rest } = this.ends;
    const next = outcome.value[way];
    this.ends = { ...rest, ...(next !== undefined && { [way]: next }) };
    this.setData({ [`more.${way}`]: 'idle', ...this.view() });
    return added > 0;
  },
  openTitle(event: WechatMiniprogram.TouchEvent) {
    const titleId = String(event.currentTarget.dataset.id);
    if (titleId !== this.titleId) open(routes.title(titleId));
    else wx.navigateBack();
  },
});
