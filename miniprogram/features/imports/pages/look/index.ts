import type { Branch, FileFault, ImportColumn } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { load, type PageState } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery } from '../../../../lib/routes';
import { headingOf, lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { fileFaultWords } from '../../fault-words';
import { COLUMNS, ENCODINGS, FORMATS, lookView, settledInput, type LookView } from '../../look-view';
import { importRoutes } from '../../routes';

const MOST_COPIES = 20;

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as PageState,
    fileName: '',
    formats: FORMATS,
    encodings: ENCODINGS,
    columnNames: COLUMNS,
    branches: [] as Pick<Branch, 'branchId' | 'name'>[],
    copyCounts: Array.from({ length: MOST_COPIES + 1 }, (_, n) => (n === 0 ? '不建复本' : `${n} 册`)),
    format: 0,
    encoding: 0,
    branch: 0,
    copies: 1,
    source: '',
    full: false,
    view: null as LookView | null,
    /** Why nothing of the file can be read yet. */
    problem: [] as RefusalLine[],
    reading: false,
    refusals: [] as RefusalLine[],
    no: '',
    busy: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    const fileName = fromQuery(query, 'fileName');
    // A colon parts the source from the number of a record.
    const source = fileName.replace(/[:：]/g, ' ').trim();
    own.set(this, { fileId: fromQuery(query, 'fileId'), columns: null, source, started: false });
    this.setData({ fileName, source });
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  onUnload() {
    const { fileId, started } = own.get(this)!;
    // What is not imported does not stay in the cloud.
    if (!started) void ask('imports.discard', { fileId });
  },
  async load() {
    const outcome = await ask('catalogue.branches', {});
    if (outcome.kind === 'value') this.setData({ branches: outcome.value.list });
    await this.read();
  },
  /** Looks at the file as it is settled now. */
  async read() {
    const { fileId, columns } = own.get(this)!;
    this.setData({ reading: true, refusals: [] });
    await load(this, {
      action: 'imports.look',
      input: { fileId, ...settledInput({ ...this.data, columns, branchId: this.branchId() }) },
      show: (answer) =>
        'look' in answer
          ? withView(lookView(answer.look))
          : { view: null, problem: [faultLine(answer.fault)] },
    });
    this.setData({ reading: false });
  },
  branchId() {
    return this.data.branches[this.data.branch]?.branchId ?? '';
  },
  pick(event: WechatMiniprogram.PickerChange) {
    const what = String(event.currentTarget.dataset.what);
    const index = Number(event.detail.value);
    // Another reading may have other columns.
    if (what !== 'branch' && what !== 'copies') own.get(this)!.columns = null;
    this.setData({ [what]: index });
    void this.read();
  },
  pickColumn(event: WechatMiniprogram.PickerChange) {
    const at = Number(event.currentTarget.dataset.at);
    const chosen = COLUMNS[Number(event.detail.value)]?.id ?? '';
    const before = (this.data.view?.columns ?? []).map(({ index }) => COLUMNS[index]?.id ?? '');
    // A meaning stands in one column.
    own.get(this)!.columns = before.map((holds, n) =>
      n === at ? chosen : chosen && holds === chosen ? '' : holds,
    );
    void this.read();
  },
  typeSource(event: WechatMiniprogram.Input) {
    own.get(this)!.source = event.detail.value;
  },
  flipFull() {
    this.setData({ full: !this.data.full });
  },
  back() {
    wx.navigateBack();
  },
  async start() {
    const { busy, full, fileName } = this.data;
    const kept = own.get(this)!;
    if (busy) return;
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('imports.start', {
      fileId: kept.fileId,
      fileName,
      ...settledInput({ ...this.data, columns: kept.columns, branchId: '' }),
      branchId: this.branchId(),
      copies: this.data.copies,
      source: kept.source.trim() || fileName,
      full,
    });
    this.setData({ busy: false });
    if (outcome.kind !== 'value') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有开始') });
      return;
    }
    kept.started = true;
    wx.redirectTo({ url: importRoutes.run(outcome.value.runId) });
  },
});

function withView(view: LookView) {
  const { titleColumnMissing, nothing } = view;
  return { view, problem: titleColumnMissing ? [NO_TITLES] : nothing ? [NOTHING] : [] };
}

const NO_TITLES: RefusalLine = {
  code: 'title',
  text: '没有认出哪一列是题名。',
  next: '请在“各列是什么”里指定题名列。',
};
const NOTHING: RefusalLine = {
  code: 'nothing',
  text: '没有一条记录读得出来。',
  next: '可能是格式或编码认错了，请在下面改选；也可能选错了文件。',
};
const faultLine = (fault: FileFault): RefusalLine => ({
  code: fault.code,
  text: fileFaultWords(fault),
  next: '如果格式或编码认错了，可在下面改选；否则请返回重新选择文件。',
});

/** What the page keeps and does not draw. */
const own = new WeakMap<
  object,
  { fileId: string; columns: (ImportColumn | '')[] | null; source: string; started: boolean }
>();
