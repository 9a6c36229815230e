import type { Stocktake } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { signal, silence } from '../../../../lib/feedback';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { counting, type Counting } from '../../counting';
import { stocktakeRoutes } from '../../routes';
import { stocktakeActs } from '../../stocktake-acts';
import { countHead, signalOf, type ScanRow } from '../../stocktake-view';

const NO_COUNTS: Stocktake['counts'] = { right: 0, misplaced: 0, unexpected: 0, unknown: 0, missing: 0 };
/** The numbers of the head are asked for anew once the hand rests. */
const REST_MS = 1500;

const head = loads('stocktake.report', ({ stocktake }) => countHead(stocktake));

Page(
  screen([wide, given('stocktakeId'), head, acts(stocktakeActs)], {
    data: {
      range: '',
      branchName: '',
      finished: false,
      seen: '',
      percent: 0,
      counts: NO_COUNTS,
      rows: none<ScanRow>(),
      turn: 0,
    },
    undrawn: () => ({ session: maybe<Counting>(), resting: maybe<ReturnType<typeof setTimeout>>() }),
    onLoad() {
      this.undrawn.session = counting(
        this.data.stocktakeId,
        (rows) => this.setData({ rows }),
        (row) => {
          signal(signalOf(row));
          this.refreshSoon();
        },
      );
    },
    onUnload() {
      clearTimeout(this.undrawn.resting ?? 0);
      silence();
    },
    asked() {
      return { stocktakeId: this.data.stocktakeId, finding: 'right' as const };
    },
    refreshSoon() {
      clearTimeout(this.undrawn.resting ?? 0);
      this.undrawn.resting = setTimeout(() => void this.refresh(), REST_MS);
    },
    /** Quietly: a hand that scans on is not told of a lost answer about the numbers. */
    async refresh() {
      const outcome = await ask('stocktake.report', this.asked());
      if (outcome.kind === 'value') this.setData(countHead(outcome.value.stocktake));
    },
    scan(event: Said<{ code: string }>) {
      this.undrawn.session?.scan(event.detail.code);
    },
    async camera() {
      const code = await scanWithCamera();
      if (code) this.undrawn.session?.scan(code);
      this.refocus();
    },
    retry(event: WechatMiniprogram.TouchEvent) {
      this.undrawn.session?.retry(dataOf(event).key ?? '');
    },
    refocus() {
      this.setData({ turn: this.data.turn + 1 });
    },
    report() {
      open(stocktakeRoutes.report(this.data.stocktakeId));
    },
    end() {
      const { stocktakeId } = this.data;
      void this.start('finish', { stocktakeId });
    },
    acted() {
      wx.redirectTo({ url: stocktakeRoutes.report(this.data.stocktakeId) });
    },
    left() {
      this.refocus();
    },
  }),
);
