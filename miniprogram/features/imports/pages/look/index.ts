import type { Branch, ImportColumn } from '../../../../../typings/contract';
import { act, ask, type Output } from '../../../../lib/call';
import type { RefusalLine } from '../../../../lib/refusals';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import {
  COLUMNS,
  ENCODINGS,
  FORMATS,
  columnsWith,
  lookAnswer,
  settledInput,
  type LookView,
} from '../../look-view';
import { importRoutes } from '../../routes';

const MOST_COPIES = 20;

const file = loads('imports.look', undefined, { when: 'opened' });

Page(
  screen([wide, given('fileId', 'fileName'), file, submits()], {
    data: {
      formats: FORMATS,
      encodings: ENCODINGS,
      columnNames: COLUMNS,
      branches: none<Pick<Branch, 'branchId' | 'name'>>(),
      copyCounts: Array.from({ length: MOST_COPIES + 1 }, (_, n) => (n === 0 ? '不建复本' : `${n} 册`)),
      format: 0,
      encoding: 0,
      branch: 0,
      copies: 1,
      source: '',
      full: false,
      view: maybe<LookView>(),
      /** Why nothing of the file can be read yet. */
      problem: none<RefusalLine>(),
      reading: false,
    },
    undrawn: () => ({ columns: maybe<(ImportColumn | '')[]>(), source: '', started: false }),
    onLoad() {
      // A colon parts the source from the number of a record.
      const source = this.data.fileName.replace(/[:：]/g, ' ').trim();
      this.undrawn.source = source;
      this.setData({ source });
    },
    onUnload() {
      // What is not imported does not stay in the cloud.
      if (!this.undrawn.started) void ask('imports.discard', { fileId: this.data.fileId });
    },
    /** The file as it is settled now; the first branch is settled as soon as the branches are known. */
    async asked() {
      if (this.data.branches.length === 0) {
        const outcome = await ask('catalogue.branches', {});
        if (outcome.kind === 'value') this.setData({ branches: outcome.value.list });
      }
      const { fileId } = this.data;
      return { fileId, ...settledInput({ ...this.settled(), branchId: this.branchId() }) };
    },
    shown(answer: Output<'imports.look'>): Record<string, unknown> {
      return lookAnswer(answer);
    },
    settled() {
      const { format, encoding, copies } = this.data;
      return { format, encoding, copies, columns: this.undrawn.columns };
    },
    branchId(): string {
      return this.data.branches[this.data.branch]?.branchId ?? '';
    },
    async read() {
      this.setData({ reading: true, refusals: [] });
      await this.load();
      this.setData({ reading: false });
    },
    pick(event: WechatMiniprogram.PickerChange) {
      const { what = '' } = dataOf(event);
      // Another reading may have other columns.
      if (what !== 'branch' && what !== 'copies') this.undrawn.columns = null;
      this.setData({ [what]: Number(event.detail.value) });
      void this.read();
    },
    pickColumn(event: WechatMiniprogram.PickerChange) {
      const { columns = [] } = this.data.view ?? {};
      this.undrawn.columns = columnsWith(columns, Number(dataOf(event).at), Number(event.detail.value));
      void this.read();
    },
    typeSource(event: WechatMiniprogram.Input) {
      this.undrawn.source = event.detail.value;
    },
    flipFull() {
      this.setData({ full: !this.data.full });
    },
    back() {
      wx.navigateBack();
    },
    async start() {
      const { fileId, fileName, full, copies } = this.data;
      const started = await this.submit('start', '没有开始', () =>
        act('imports.start', {
          fileId,
          fileName,
          ...settledInput({ ...this.settled(), branchId: '' }),
          branchId: this.branchId(),
          copies,
          source: this.undrawn.source.trim() || fileName,
          full,
        }),
      );
      if (!started) return;
      this.undrawn.started = true;
      wx.redirectTo({ url: importRoutes.run(started.runId) });
    },
  }),
);
