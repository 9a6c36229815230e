import type { InvalidField, PolicyRow } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import type { RefusalLine } from '../../lib/refusals';
import { cellName, remarksByRule, ruleLines, rowsBehind, weightOf, type RuleLines } from './matrix-view';
import { blankRow, sidesOf, type Side } from './row-cell';
import type { Names } from './rule-inputs';

/** A row that is looked at and changed, among the others and what holds where none says anything. */
export interface OpenRow {
  row: PolicyRow;
  rows: PolicyRow[];
  defaults: Record<string, unknown>;
  names: Names;
  /** What the library said of a rule when it did not take the row. */
  wrong: Record<string, string>;
}

export const noRow: OpenRow = {
  row: blankRow,
  rows: [],
  defaults: {},
  names: { readerCategories: [], itemTypes: [], branches: [] },
  wrong: {},
};

/** What of a row is drawn anew whenever it changes. */
export function drawnRow({ row, rows, defaults, names, wrong }: OpenRow): {
  name: string;
  sides: Side[];
  groups: RuleLines[];
} {
  const isNew = row.policyId === '' && weightOf(row) === 0;
  return {
    name: isNew ? '选好这一行管谁' : cellName(row, names),
    sides: sidesOf(row, names),
    groups: ruleLines(row, rows, defaults, names, wrong),
  };
}

/** The row of that name among all; "" is one that is to be added, one that is not there any more is gone. */
export function openedRow({ list, defaults, ...names }: Output<'rules.policies'>, policyId: string) {
  const saved = policyId === '' ? blankRow : list.find((row) => row.policyId === policyId);
  const open: OpenRow = { row: saved ?? blankRow, rows: list, defaults, names, wrong: {} };
  return {
    ...open,
    gone: saved === undefined,
    base: policyId !== '' && weightOf(open.row) === 0,
    ...drawnRow(open),
  };
}

interface RuleEdit {
  editing: string;
  editingValue: unknown;
  editingGiven: boolean;
  editingFrom: string;
  editingWrong: string;
}

export const noEdit: RuleEdit = {
  editing: '',
  editingValue: null,
  editingGiven: false,
  editingFrom: '',
  editingWrong: '',
};

/** One rule in its sheet: with what the row gives, or what holds for it now. */
export function ruleEdit(rule: string, open: OpenRow): RuleEdit {
  const { row, rows, defaults, wrong } = open;
  const line = drawnRow(open)
    .groups.flatMap(({ lines }) => lines)
    .find((each) => each.rule === rule);
  const behind = rowsBehind(row, rows, row.policyId).find((each) => each.rules[rule] !== undefined);
  const given = row.rules[rule];
  const value = given !== undefined ? given : behind ? behind.rules[rule] : defaults[rule];
  return {
    editing: rule,
    editingValue: value ?? null,
    editingGiven: line?.given ?? false,
    editingFrom: line?.from ?? '',
    editingWrong: wrong[rule] ?? '',
  };
}

/**
 * The row with another value of a rule; undefined leaves it to the rows behind. What was said of it before is
 * settled.
 */
export function withRule({ row, wrong }: OpenRow, rule: string, value: unknown) {
  const { [rule]: _before, ...others } = row.rules;
  const { [rule]: _told, ...stillWrong } = wrong;
  return {
    row: { ...row, rules: value === undefined ? others : { ...others, [rule]: value } },
    wrong: stillWrong,
  };
}

/**
 * The saved row as the database has it; what was changed while it was being saved stays and waits to be
 * saved.
 */
export function afterSaving({ row: here, rows }: OpenRow, sent: PolicyRow, saved: PolicyRow) {
  const changed = JSON.stringify(here) !== JSON.stringify(sent);
  const others = rows.filter(({ policyId }) => policyId !== sent.policyId && policyId !== saved.policyId);
  return {
    changed,
    rows: [...others, saved],
    row: changed ? { ...here, policyId: saved.policyId } : saved,
    wrong: {},
  };
}

/**
 * The library's remarks on a row: at their rules, the group of the first one, and what fits none above all.
 */
export function remarksOnRow(fields: InvalidField[], groups: RuleLines[]) {
  const { wrong, other } = remarksByRule(fields);
  const all: RefusalLine[] = other.map((text, n) => ({ code: `invalid-${n}`, text }));
  return {
    wrong,
    group: groups.find(({ lines }) => lines.some(({ rule }) => wrong[rule]))?.id,
    refusals: all.length > 0 ? all : [{ code: 'invalid', text: '有几项填写得不对，已用红字标出。' }],
    no: all.length > 0 ? '有几项填写得不对，已标出' : '',
  };
}
