import type { PolicyRow } from '../../../../../typings/contract';
import { ask, type Outcome, type Output } from '../../../../lib/call';
import { addDays } from '../../../../lib/dates';
import { refusalLines, type RefusalLine } from '../../../../lib/refusals';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { dropDraft, keptDraft } from '../../draft';
import { staffHere } from '../../here';
import { noRow } from '../../row-view';
import { firstTrial, trialInput } from '../../trial';
import { triedView, type TriedView } from '../../try-view';

const policies = loads('rules.policies', undefined, { when: 'opened' });

Page(
  screen([wide, policies, submits()], {
    data: {
      rows: none<PolicyRow>(),
      names: noRow.names,
      category: 0,
      type: 0,
      branch: 0,
      on: libraryToday(),
      first: libraryToday(),
      last: addDays(libraryToday(), 730),
      draftName: '',
      trying: false,
      tried: maybe<TriedView>(),
      because: none<RefusalLine>(),
      group: 'loan',
      weekdays: [...'一二三四五六日'],
    },
    undrawn: () => ({
      here: '',
      typed: { card: '', barcode: '' },
      /** Which trial was the last: an older answer that comes late is dropped. */
      turn: 0,
    }),
    onUnload() {
      dropDraft();
    },
    async asked() {
      this.undrawn.here = (await staffHere()).branchId;
      return {};
    },
    shown(value: Output<'rules.policies'>): Record<string, unknown> {
      return firstTrial(value, keptDraft(), this.undrawn.here);
    },
    async loaded(outcome: Outcome<unknown>) {
      if (outcome.kind === 'value') await this.tryIt();
    },
    pick(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ [dataOf(event).what ?? '']: Number(event.detail.value) });
      void this.tryIt();
    },
    pickDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ on: event.detail.value });
      void this.tryIt();
    },
    typed(event: WechatMiniprogram.Input) {
      const { what = '' } = dataOf(event);
      this.undrawn.typed = { ...this.undrawn.typed, [what]: event.detail.value };
    },
    confirmed() {
      void this.tryIt();
    },
    withoutDraft() {
      dropDraft();
      this.setData({ draftName: '' });
      void this.load();
    },
    async tryIt() {
      const turn = ++this.undrawn.turn;
      this.setData({ trying: true });
      const outcome = await ask('rules.try', trialInput(this.data, this.undrawn.typed, keptDraft()));
      if (this.undrawn.turn !== turn) return;
      if (outcome.kind !== 'value') {
        this.setData({ trying: false, tried: null });
        return this.explain(outcome, '未能试算');
      }
      const { rows, names } = this.data;
      this.setData({
        trying: false,
        refusals: [],
        tried: triedView(outcome.value, rows, names, libraryToday()),
        because: refusalLines(outcome.value.refusals),
      });
    },
    chooseGroup(event: WechatMiniprogram.TouchEvent) {
      this.setData({ group: dataOf(event).id });
    },
  }),
);
