import type { InvalidField, PolicyRow } from '../../../typings/contract';
import { allRules, ruleGroups, sayRule, wordsOf } from './rule-words';
import type { Names } from './rule-inputs';
import { nameIn } from './rule-kinds';

type Cell = Pick<PolicyRow, 'readerCategory' | 'itemType' | 'branchId'>;

/** "少儿 · 期刊 · 总馆", or "全馆通用" for the row for everything. */
export function cellName({ readerCategory, itemType, branchId }: Cell, names: Names): string {
  const parts = [
    readerCategory !== '*' && nameIn(names.readerCategories, readerCategory),
    itemType !== '*' && nameIn(names.itemTypes, itemType),
    branchId !== '*' && nameIn(names.branches, branchId),
  ].filter(Boolean);
  return parts.join(' · ') || '全馆通用';
}

/**
 * An exact reader category outweighs an exact type, which outweighs an exact branch: as the library's own
 * rule has it.
 */
export function weightOf({ readerCategory, itemType, branchId }: Cell): number {
  return (readerCategory === '*' ? 0 : 4) + (itemType === '*' ? 0 : 2) + (branchId === '*' ? 0 : 1);
}

const covers = (wide: string, narrow: string): boolean => wide === '*' || wide === narrow;

/** Rows that hold for everything a cell is for, the most specific first; its own row left out. */
export function rowsBehind(cell: Cell, rows: PolicyRow[], policyId: string): PolicyRow[] {
  return rows
    .filter(
      (row) =>
        row.policyId !== policyId &&
        covers(row.readerCategory, cell.readerCategory) &&
        covers(row.itemType, cell.itemType) &&
        covers(row.branchId, cell.branchId) &&
        weightOf(row) < weightOf(cell),
    )
    .sort((a, b) => weightOf(b) - weightOf(a));
}

export interface RowCard {
  policyId: string;
  name: string;
  note: string;
  /** For everything: stands first and cannot be removed. */
  base: boolean;
  given: { rule: string; name: string; text: string }[];
}

/** The matrix as cards, the widest row first: what each one gives and nothing else. */
export function rowCards(rows: PolicyRow[], names: Names): RowCard[] {
  return [...rows]
    .sort((a, b) => weightOf(a) - weightOf(b) || (a.policyId < b.policyId ? -1 : 1))
    .map((row) => ({
      policyId: row.policyId,
      name: cellName(row, names),
      note: row.note,
      base: weightOf(row) === 0,
      given: allRules
        .filter(({ rule }) => row.rules[rule] !== undefined)
        .map(({ rule, name }) => ({ rule, name, text: sayRule(rule, row.rules[rule], names) })),
    }));
}

interface RuleLine {
  rule: string;
  name: string;
  text: string;
  given: boolean;
  /** Where it comes from when this row does not give it. */
  from: string;
  wrong: string;
}

export interface RuleLines {
  id: string;
  name: string;
  given: number;
  lines: RuleLine[];
}

/** All rules for a cell: those its row gives, and for the others where they come from. */
export function ruleLines(
  row: PolicyRow,
  rows: PolicyRow[],
  defaults: Record<string, unknown>,
  names: Names,
  wrong: Record<string, string> = {},
): RuleLines[] {
  const behind = rowsBehind(row, rows, row.policyId);
  return ruleGroups.map(({ id, name, rules }) => {
    const lines = rules.map(({ rule, name: ruleName }): RuleLine => {
      const own = row.rules[rule];
      const source = behind.find((each) => each.rules[rule] !== undefined);
      const value = own !== undefined ? own : source ? source.rules[rule] : defaults[rule];
      return {
        rule,
        name: ruleName,
        text: value === undefined ? '' : sayRule(rule, value, names),
        given: own !== undefined,
        from: own !== undefined ? '' : source ? cellName(source, names) : '系统默认',
        wrong: wrong[rule] ?? '',
      };
    });
    return { id, name, given: lines.filter((line) => line.given).length, lines };
  });
}

/**
 * The library's remarks by rule: "input.rules.fine.cap" becomes a word at the fine. What fits no rule is told
 * apart.
 */
export function remarksByRule(fields: InvalidField[]): { wrong: Record<string, string>; other: string[] } {
  const wrong: Record<string, string> = {};
  const other: string[] = [];
  for (const { path, message } of fields) {
    const [, rules, rule = '', ...rest] = path.split('.');
    const words = rules === 'rules' ? wordsOf(rule) : undefined;
    if (!words) {
      other.push(message);
      continue;
    }
    const label = words.inputs.find((input) => rest.length > 0 && input.path === rest[0])?.label;
    wrong[rule] = [wrong[rule], label ? `${label}${message}` : message].filter(Boolean).join('；');
  }
  return { wrong, other };
}
