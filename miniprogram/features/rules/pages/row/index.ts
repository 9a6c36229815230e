import { act, type Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { dropStart, keepDraft, keptStart } from '../../draft';
import { staffHere } from '../../here';
import type { RuleLines } from '../../matrix-view';
import { startedRow } from '../../published-view';
import { rulesRoutes } from '../../routes';
import { rowActs } from '../../row-acts';
import type { Side } from '../../row-cell';
import {
  afterSaving,
  drawnRow,
  noEdit,
  noRow,
  openedRow,
  remarksOnRow,
  ruleEdit,
  withRule,
  type OpenRow,
} from '../../row-view';

const policies = loads('rules.policies', undefined, { when: 'opened' });

Page(
  screen([wide, given('policyId'), policies, submits(), acts(rowActs)], {
    data: {
      ...noRow,
      ...noEdit,
      manages: false,
      gone: false,
      base: false,
      name: '',
      sides: none<Side>(),
      groups: none<RuleLines>(),
      group: 'loan',
      changed: false,
    },
    async beside() {
      const { manages } = await staffHere();
      this.setData({ manages });
    },
    shown(value: Output<'rules.policies'>): Record<string, unknown> {
      const start = keptStart();
      dropStart();
      return start && this.data.policyId === ''
        ? startedRow(value, start)
        : openedRow(value, this.data.policyId);
    },
    show(changes: Partial<OpenRow>) {
      this.setData({ ...changes, ...drawnRow({ ...this.data, ...changes }) });
    },
    pickSide(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const side = this.data.sides.find(({ id }) => id === dataOf(event).side);
      const option = side?.options[Number(event.detail.value)];
      if (!side || !option) return;
      this.setData({ changed: true, refusals: [] });
      this.show({ row: { ...this.data.row, [side.id]: option.id } });
    },
    typeNote(event: WechatMiniprogram.Input) {
      this.setData({ 'row.note': event.detail.value, changed: true });
    },
    chooseGroup(event: WechatMiniprogram.TouchEvent) {
      this.setData({ group: dataOf(event).id });
    },
    edit(event: WechatMiniprogram.TouchEvent) {
      if (this.data.manages) this.setData({ ...ruleEdit(dataOf(event).rule ?? '', this.data) });
    },
    give(event: Said<{ value: unknown }>) {
      this.change(event.detail.value);
    },
    leaveOut() {
      this.change(undefined);
    },
    change(value: unknown) {
      const { editing } = this.data;
      this.setData({ editing: '', changed: true });
      this.show(withRule(this.data, editing, value));
    },
    closeEditor() {
      this.setData({ editing: '' });
    },
    tryIt() {
      keepDraft(this.data.row);
      open(rulesRoutes.try);
    },
    async save() {
      const sent = this.data.row;
      this.setData({ refusals: [] });
      const outcome = await this.once('save', () => act('rules.savePolicy', sent));
      if (!outcome) return;
      if (outcome.kind === 'value') {
        wx.showToast({ title: '已保存', icon: 'success' });
        const { changed, ...after } = afterSaving(this.data, sent, outcome.value);
        this.setData({ changed, policyId: outcome.value.policyId });
        this.show(after);
      } else if (outcome.kind === 'invalid') {
        const { wrong, group = this.data.group, ...told } = remarksOnRow(outcome.fields, this.data.groups);
        this.show({ wrong });
        this.setData({ group, ...told });
      } else this.explain(outcome, '没有保存');
    },
    askRemove() {
      const { row, name } = this.data;
      void this.start('remove', { policyId: row.policyId, name });
    },
    acted() {
      wx.navigateBack({ fail: () => wx.redirectTo({ url: rulesRoutes.matrix }) });
    },
  }),
);
