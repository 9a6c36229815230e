import type { Stocktake } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { signal, silence } from '../../../../lib/feedback';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, open } from '../../../../lib/routes';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { counting, type Counting } from '../../counting';
import { stocktakeRoutes } from '../../routes';
import { progress, rangeText, signalOf, type ScanRow } from '../../stocktake-view';

const NO_COUNTS: Stocktake['counts'] = { right: 0, misplaced: 0, unexpected: 0, unknown: 0, missing: 0 };
/** The numbers of the head are asked for anew once the hand rests. */
const REST_MS = 1500;

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    stocktakeId: '',
    range: '',
    branchName: '',
    finished: false,
    seen: '',
    percent: 0,
    counts: NO_COUNTS,
    rows: [] as ScanRow[],
    turn: 0,
    ending: false,
    busy: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    const stocktakeId = fromQuery(query, 'stocktakeId');
    this.setData({ stocktakeId });
    sessions.set(
      this,
      counting(
        stocktakeId,
        (rows) => this.setData({ rows }),
        (row) => {
          signal(signalOf(row));
          this.refreshSoon();
        },
      ),
    );
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  onUnload() {
    clearTimeout(timers.get(this) ?? 0);
    silence();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async load() {
    await load(this, {
      action: 'stocktake.report',
      input: { stocktakeId: this.data.stocktakeId, finding: 'right' },
      show: ({ stocktake }) => head(stocktake),
    });
  },
  refreshSoon() {
    clearTimeout(timers.get(this) ?? 0);
    timers.set(
      this,
      setTimeout(() => void this.refresh(), REST_MS),
    );
  },
  async refresh() {
    const { stocktakeId } = this.data;
    const outcome = await ask('stocktake.report', { stocktakeId, finding: 'right' });
    if (outcome.kind === 'value') this.setData(head(outcome.value.stocktake));
  },
  scan(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    sessions.get(this)?.scan(event.detail.code);
  },
  async camera() {
    const code = await scanWithCamera();
    if (code) sessions.get(this)?.scan(code);
    this.setData({ turn: this.data.turn + 1 });
  },
  retry(event: WechatMiniprogram.TouchEvent) {
    sessions.get(this)?.retry(String(event.currentTarget.dataset.key));
  },
  report() {
    open(stocktakeRoutes.report(this.data.stocktakeId));
  },
  askEnd() {
    this.setData({ ending: true });
  },
  goOn() {
    this.setData({ ending: false, turn: this.data.turn + 1 });
  },
  async end() {
    this.setData({ ending: false });
    if (this.data.busy) return;
    this.setData({ busy: true });
    const outcome = await act('stocktake.finish', { stocktakeId: this.data.stocktakeId });
    this.setData({ busy: false });
    if (tell(outcome, '已结束')) wx.redirectTo({ url: stocktakeRoutes.report(this.data.stocktakeId) });
  },
});

function head(stocktake: Stocktake) {
  return {
    range: rangeText(stocktake),
    branchName: stocktake.branchName,
    finished: stocktake.finishedAt !== undefined,
    counts: stocktake.counts,
    ...progress(stocktake),
  };
}

const sessions = new WeakMap<object, Counting>();
const timers = new WeakMap<object, ReturnType<typeof setTimeout>>();
