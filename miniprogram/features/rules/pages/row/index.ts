import type { PolicyRow } from '../../../../../typings/contract';
import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open } from '../../../../lib/routes';
import { headingOf, lines, tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { keepDraft } from '../../draft';
import { staffHere } from '../../here';
import { cellName, remarksByRule, ruleLines, rowsBehind, weightOf, type RuleLines } from '../../matrix-view';
import { blankRow, sidesOf, type Side } from '../../row-cell';
import { rulesRoutes } from '../../routes';
import type { Names } from '../../rule-inputs';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    manages: false,
    gone: false,
    row: blankRow,
    rows: [] as PolicyRow[],
    defaults: {} as Record<string, unknown>,
    names: { readerCategories: [], itemTypes: [], branches: [] } as Names,
    name: '',
    base: false,
    sides: [] as Side[],
    groups: [] as RuleLines[],
    group: 'loan',
    changed: false,
    wrong: {} as Record<string, string>,
    editing: '',
    editingValue: null as unknown,
    editingGiven: false,
    editingFrom: '',
    editingWrong: '',
    refusals: [] as RefusalLine[],
    no: '',
    busy: false,
    removing: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ 'row.policyId': fromQuery(query, 'policyId') });
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async load() {
    const { policyId } = this.data.row;
    const [{ manages }] = await Promise.all([
      staffHere(),
      load(this, {
        action: 'rules.policies',
        input: {},
        show: ({ list, defaults, ...names }) => {
          const saved = policyId === '' ? blankRow : list.find((row) => row.policyId === policyId);
          const row = saved ?? blankRow;
          return {
            gone: saved === undefined,
            row,
            rows: list,
            defaults,
            names,
            base: policyId !== '' && weightOf(row) === 0,
            ...this.shown(row, list, defaults, names, {}),
          };
        },
      }),
    ]);
    this.setData({ manages });
  },
  shown(
    row: PolicyRow,
    rows: PolicyRow[],
    defaults: Record<string, unknown>,
    names: Names,
    wrong: Record<string, string>,
  ) {
    const isNew = row.policyId === '' && weightOf(row) === 0;
    return {
      name: isNew ? '选好这一行管谁' : cellName(row, names),
      sides: sidesOf(row, names),
      groups: ruleLines(row, rows, defaults, names, wrong),
    };
  },
  show(changes: { row?: PolicyRow; wrong?: Record<string, string> }) {
    const { row = this.data.row, wrong = this.data.wrong } = changes;
    const { rows, defaults, names } = this.data;
    this.setData({ row, wrong, ...this.shown(row, rows, defaults, names, wrong) });
  },
  pickSide(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const side = this.data.sides.find(({ id }) => id === event.currentTarget.dataset.side);
    const option = side?.options[Number(event.detail.value)];
    if (!side || !option) return;
    this.setData({ changed: true, refusals: [] });
    this.show({ row: { ...this.data.row, [side.id]: option.id } });
  },
  typeNote(event: WechatMiniprogram.Input) {
    this.setData({ 'row.note': event.detail.value, changed: true });
  },
  chooseGroup(event: WechatMiniprogram.TouchEvent) {
    this.setData({ group: String(event.currentTarget.dataset.id) });
  },
  edit(event: WechatMiniprogram.TouchEvent) {
    if (!this.data.manages) return;
    const rule = String(event.currentTarget.dataset.rule);
    const { row, rows, defaults, groups, wrong } = this.data;
    const line = groups.flatMap((group) => group.lines).find((each) => each.rule === rule);
    const behind = rowsBehind(row, rows, row.policyId).find((each) => each.rules[rule] !== undefined);
    const value =
      row.rules[rule] !== undefined ? row.rules[rule] : behind ? behind.rules[rule] : defaults[rule];
    this.setData({
      editing: rule,
      editingValue: value ?? null,
      editingGiven: line?.given ?? false,
      editingFrom: line?.from ?? '',
      editingWrong: wrong[rule] ?? '',
    });
  },
  give(event: WechatMiniprogram.CustomEvent<{ value: unknown }>) {
    this.change({ ...this.data.row.rules, [this.data.editing]: event.detail.value });
  },
  leaveOut() {
    const { [this.data.editing]: _given, ...others } = this.data.row.rules;
    this.change(others);
  },
  change(rules: Record<string, unknown>) {
    const { [this.data.editing]: _told, ...wrong } = this.data.wrong;
    this.setData({ editing: '', changed: true });
    this.show({ row: { ...this.data.row, rules }, wrong });
  },
  closeEditor() {
    this.setData({ editing: '' });
  },
  tryIt() {
    keepDraft(this.data.row);
    open(rulesRoutes.try);
  },
  async save() {
    if (this.data.busy) return;
    const sent = this.data.row;
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('rules.savePolicy', sent);
    this.setData({ busy: false });
    if (outcome.kind === 'value') {
      wx.showToast({ title: '已保存', icon: 'success' });
      this.saved(sent, outcome.value);
      return;
    }
    if (outcome.kind !== 'invalid') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有保存') });
      return;
    }
    const { wrong, other } = remarksByRule(outcome.fields);
    const first = this.data.groups.find((group) => group.lines.some((line) => wrong[line.rule]));
    this.show({ wrong });
    this.setData({
      group: first?.id ?? this.data.group,
      refusals: other.map((text, n) => ({ code: `invalid-${n}`, text })),
      no: '有几项填写得不对，已标出',
    });
    if (other.length === 0)
      this.setData({ refusals: [{ code: 'invalid', text: '有几项填写得不对，已用红字标出。' }], no: '' });
  },
  /** The saved row as the database has it, at once; what was changed while it was being saved stays and waits to be saved. */
  saved(sent: PolicyRow, row: PolicyRow) {
    const { row: here, rows } = this.data;
    const changed = JSON.stringify(here) !== JSON.stringify(sent);
    const others = rows.filter(({ policyId }) => policyId !== sent.policyId && policyId !== row.policyId);
    this.setData({ changed, rows: [...others, row] });
    this.show({ row: changed ? { ...here, policyId: row.policyId } : row, wrong: {} });
  },
  askRemove() {
    this.setData({ removing: true });
  },
  keep() {
    this.setData({ removing: false });
  },
  async remove() {
    this.setData({ removing: false });
    if (this.data.busy) return;
    this.setData({ busy: true });
    const outcome = await act('rules.removePolicy', { policyId: this.data.row.policyId });
    this.setData({ busy: false });
    if (tell(outcome, '已删除')) wx.navigateBack({ fail: () => wx.redirectTo({ url: rulesRoutes.matrix }) });
  },
});
