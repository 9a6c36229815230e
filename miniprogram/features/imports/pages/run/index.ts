import type { ImportRun } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { download, keepFile } from '../../../../lib/cloud-files';
import { load, type PageState } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { headingOf, lines, tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { driving, type Driving } from '../../driving';
import { importRoutes } from '../../routes';
import {
  findingRows,
  rateText,
  runView,
  type FindingId,
  type FindingRow,
  type RunView,
} from '../../run-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as PageState,
    run: null as RunView | null,
    rate: '',
    kind: '' as FindingId | '',
    rows: [] as FindingRow[],
    stopping: false,
    busy: false,
    saving: false,
    /** Why it does not go on by itself. */
    refusals: [] as RefusalLine[],
    no: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    const runId = fromQuery(query, 'runId');
    const drive = driving(runId, {
      moved: (run, perSecond) => this.moved(run, perSecond),
      lost: (outcome, ended) =>
        this.setData({
          rate: ended ? '' : '没有收到回复，正在重试…',
          refusals: ended ? (lines(outcome) ?? []) : [],
          no: headingOf(outcome, '没有接着导入'),
        }),
    });
    own.set(this, { runId, drive, found: null });
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  onHide() {
    own.get(this)?.drive.stop();
  },
  onUnload() {
    own.get(this)?.drive.stop();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    const { runId, drive } = own.get(this)!;
    drive.stop();
    this.setData({ refusals: [] });
    const outcome = await load(this, {
      action: 'imports.show',
      input: { runId },
      show: ({ run, findings }) => {
        own.get(this)!.found = findingRows(findings, run.isList);
        return { run: runView(run, libraryToday()) };
      },
    });
    if (outcome.kind !== 'value') return;
    this.chooseFirst();
    if (outcome.value.run.status === 'running') drive.start(outcome.value.run.done);
  },
  moved(run: ImportRun, perSecond: number) {
    const before = this.data.run;
    const left = run.records - run.done;
    const view = runView(run, libraryToday());
    const rate = run.busy
      ? '另一台设备正在导入，这里同步显示'
      : run.checking
        ? '正在核对来源已撤的书目'
        : rateText(perSecond, left);
    this.setData({ run: view, rate: run.status === 'running' ? rate : '', refusals: [] });
    const more =
      view.kinds.map(({ count }) => count).join() !== before?.kinds.map(({ count }) => count).join();
    if (more || run.status !== 'running') void this.find();
  },
  async find() {
    const { runId } = own.get(this)!;
    const outcome = await ask('imports.show', { runId });
    if (outcome.kind !== 'value') return;
    own.get(this)!.found = findingRows(outcome.value.findings, outcome.value.run.isList);
    this.chooseFirst();
  },
  /** The kind that is shown, or the first that there is. */
  chooseFirst() {
    const kinds = this.data.run?.kinds ?? [];
    const kind = kinds.find(({ id }) => id === this.data.kind)?.id ?? kinds[0]?.id ?? '';
    this.show(kind);
  },
  show(kind: FindingId | '') {
    this.setData({ kind, rows: kind ? (own.get(this)?.found?.[kind] ?? []) : [] });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    this.show(event.currentTarget.dataset.id as FindingId);
  },
  openTitle(event: WechatMiniprogram.TouchEvent) {
    open(routes.title(String(event.currentTarget.dataset.id)));
  },
  retry() {
    void this.load();
  },
  async save() {
    if (this.data.saving) return;
    this.setData({ saving: true });
    const outcome = await ask('imports.aside', { runId: own.get(this)!.runId });
    const path = outcome.kind === 'value' ? await download(outcome.value.fileId) : undefined;
    this.setData({ saving: false });
    if (outcome.kind !== 'value') {
      tell(outcome);
    } else if (!path) {
      wx.showToast({ title: '没有取到文件，请重试', icon: 'none' });
    } else if (await keepFile(path, outcome.value.fileName)) {
      wx.showToast({ title: '已另存', icon: 'success' });
    }
  },
  askStop() {
    this.setData({ stopping: true });
  },
  goOn() {
    this.setData({ stopping: false });
  },
  async stop() {
    this.setData({ stopping: false });
    if (this.data.busy) return;
    this.setData({ busy: true });
    const { runId, drive } = own.get(this)!;
    drive.stop();
    const outcome = await act('imports.stop', { runId });
    this.setData({ busy: false });
    tell(outcome, '已停止');
    await this.load();
  },
  another() {
    // From a link it is the only page.
    if (getCurrentPages().length > 1) wx.navigateBack();
    else wx.redirectTo({ url: importRoutes.list });
  },
});

/** What the page keeps and does not draw. */
const own = new WeakMap<
  object,
  { runId: string; drive: Driving; found: Record<FindingId, FindingRow[]> | null }
>();
