import type { ImportRun } from '../../../../../typings/contract';
import { ask, type Outcome, type Output } from '../../../../lib/call';
import { download, keepFile } from '../../../../lib/cloud-files';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { driving, type Driving } from '../../driving';
import { importRoutes } from '../../routes';
import { runActs } from '../../run-acts';
import {
  findingRows,
  foundMore,
  goingText,
  runView,
  shownKind,
  type FindingRow,
  type Findings,
} from '../../run-view';

const shownRun = loads('imports.show', ({ run }, today) => ({ run: runView(run, today) }));

Page(
  // `refusals`: why it does not go on by itself.
  screen([wide, given('runId'), shownRun, submits(), acts(runActs), loadsAgain, opensTitle], {
    data: { rate: '', kind: '', rows: none<FindingRow>() },
    undrawn: () => ({ drive: maybe<Driving>(), found: maybe<Findings>() }),
    onLoad() {
      this.undrawn.drive = driving(this.data.runId, {
        moved: (run, perSecond) => this.moved(run, perSecond),
        lost: (outcome, ended) => {
          this.setData({ rate: ended ? '' : '没有收到回复，正在重试…', refusals: [] });
          if (ended) this.explain(outcome, '没有接着导入');
        },
      });
    },
    onHide() {
      this.undrawn.drive?.stop();
    },
    onUnload() {
      this.undrawn.drive?.stop();
    },
    asked() {
      return { runId: this.data.runId };
    },
    loaded(outcome: Outcome<Output<'imports.show'>>) {
      const { drive } = this.undrawn;
      drive?.stop();
      if (outcome.kind !== 'value') return;
      const { run } = outcome.value;
      this.setData({ refusals: [] });
      this.find(outcome.value);
      if (run.status === 'running') drive?.start(run.done);
    },
    moved(run: ImportRun, perSecond: number) {
      const before = this.data.run;
      const after = runView(run, libraryToday());
      this.setData({ run: after, rate: goingText(run, perSecond), refusals: [] });
      if (foundMore(before, after) || run.status !== 'running') void this.findMore();
    },
    async findMore() {
      const outcome = await ask('imports.show', { runId: this.data.runId });
      if (outcome.kind === 'value') this.find(outcome.value);
    },
    find({ run, findings }: Output<'imports.show'>) {
      this.undrawn.found = findingRows(findings, run.isList);
      this.show(this.data.kind);
    },
    show(wanted: string) {
      const kind = shownKind(this.data.run?.kinds ?? [], wanted);
      this.setData({ kind, rows: kind ? (this.undrawn.found?.[kind] ?? []) : [] });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.show(dataOf(event).id ?? '');
    },
    retry() {
      this.setData({ refusals: [] });
      void this.load();
    },
    save() {
      return this.once('save', async () => {
        const outcome = await ask('imports.aside', { runId: this.data.runId });
        if (!tell(outcome)) return;
        const path = await download(outcome.value.fileId);
        if (!path) wx.showToast({ title: '没有取到文件，请重试', icon: 'none' });
        else if (await keepFile(path, outcome.value.fileName)) {
          wx.showToast({ title: '已另存', icon: 'success' });
        }
      });
    },
    askStop() {
      const { drive } = this.undrawn;
      if (drive) void this.start('stop', { runId: this.data.runId, drive });
    },
    another() {
      // From a link it is the only page.
      if (getCurrentPages().length > 1) wx.navigateBack();
      else wx.redirectTo({ url: importRoutes.list });
    },
  }),
);
