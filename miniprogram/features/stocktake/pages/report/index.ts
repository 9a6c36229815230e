import type { Finding, FindingRow, Stocktake } from '../../../../../typings/contract';
import { moment } from '../../../../lib/dates';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { fromQuery } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { deskWidth } from '../../../../lib/width';
import { FINDING_ORDER, FINDINGS, progress, rangeText } from '../../stocktake-view';

interface Tab {
  finding: Finding;
  word: string;
  count: string;
}

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    stocktakeId: '',
    finding: 'missing' as Finding,
    about: FINDINGS.missing.about,
    tabs: [] as Tab[],
    range: '',
    when: '',
    seen: '',
    percent: 0,
    list: [] as object[],
    next: '',
    more: 'idle' as More,
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ stocktakeId: fromQuery(query, 'stocktakeId') });
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
    const { stocktakeId, finding } = this.data;
    await load(this, {
      action: 'stocktake.report',
      input: { stocktakeId, finding },
      keepAs: `stocktake.report ${stocktakeId} ${finding}`,
      show: ({ stocktake, list, next = '' }) => ({
        ...head(stocktake),
        list: list.map(line),
        next,
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    const { stocktakeId, finding } = this.data;
    await loadMore(this, {
      action: 'stocktake.report',
      input: { stocktakeId, finding },
      rows: ({ list }) => list.map(line),
    });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const finding = event.currentTarget.dataset.finding as Finding;
    this.setData({ finding, about: FINDINGS[finding].about, list: [], next: '' });
    void this.load();
  },
});

function head(stocktake: Stocktake) {
  const { counts, expected, finishedAt, startedBy, startedAt } = stocktake;
  const today = libraryToday();
  // While counting goes on, what is missing is what was not scanned yet.
  const missing = finishedAt ? counts.missing : Math.max(0, expected - counts.right);
  return {
    range: rangeText(stocktake),
    when: [
      stocktake.branchName,
      `${startedBy} ${moment(startedAt, today)} 开始`,
      finishedAt ? `${moment(finishedAt, today)} 结束` : '还在盘点',
    ].join(' · '),
    tabs: FINDING_ORDER.map((finding) => ({
      finding,
      word: FINDINGS[finding].word,
      count: String(finding === 'missing' ? missing : counts[finding]),
    })),
    ...progress(stocktake),
  };
}

function line({ barcode, title, finding, why, shelf, callNumber }: FindingRow) {
  return {
    barcode,
    title: title?.title ?? '没有书目',
    place: [shelf, callNumber].filter(Boolean).join(' '),
    // What is missing says so in the heading.
    why: finding === 'missing' ? '' : why,
  };
}
