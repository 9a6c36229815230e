import { DEFAULT_RULES } from '../../../cloudfunctions/circulation/rules';
import { policies } from '../../../demo/policies';
import { at, inputAt, inputViews, valueTyped, withAt, type Names } from './rule-inputs';
import { cellName, remarksByRule, rowsBehind, ruleLines } from './matrix-view';
import { allRules, sayRule, wordsOf } from './rule-words';

const names: Names = {
  readerCategories: [{ id: 'child', name: '少儿' }],
  itemTypes: [
    { id: 'book', name: '图书' },
    { id: 'periodical', name: '期刊' },
  ],
  branches: [{ id: 'main', name: '总馆' }],
};
const row = (readerCategory: string, itemType: string, rules: Record<string, unknown>) => ({
  policyId: `${readerCategory}_${itemType}`,
  readerCategory,
  itemType,
  branchId: '*',
  note: '',
  rules,
});

describe('the words of the rules', () => {
  it('know every rule of the library and no other', () => {
    expect(allRules.map(({ rule }) => rule).sort()).toEqual(Object.keys(DEFAULT_RULES).sort());
  });

  it('say every default and every rule of the demo library in Chinese, without a hole', () => {
    const given = [DEFAULT_RULES, ...policies.map(({ rules }) => rules)];
    for (const rules of given)
      for (const [rule, value] of Object.entries(rules))
        expect(sayRule(rule, value, names)).not.toMatch(/undefined|NaN|null|\{|^$/);
  });

  it('offer an input for every part of a value', () => {
    for (const { rule } of allRules) {
      const { start, inputs = [] } = wordsOf(rule) ?? {};
      const views = inputViews(inputs, start, names);
      expect([rule, views.length > 0]).toEqual([rule, true]);
      for (const view of views.filter(({ kind }) => kind !== 'head'))
        expect([rule, view.path, inputAt(inputs, view.path) !== undefined]).toEqual([rule, view.path, true]);
    }
  });
});

describe('a value that is edited', () => {
  it('changes at its path and nowhere else, and loses what is taken out', () => {
    const fine = { amount: 10, per: { count: 1, unit: 'days' }, amnesties: [{ from: 'a' }, { from: 'b' }] };
    expect(withAt(fine, 'per.count', 2)).toEqual({ ...fine, per: { count: 2, unit: 'days' } });
    expect(withAt(fine, 'amnesties.0', undefined)).toEqual({ ...fine, amnesties: [{ from: 'b' }] });
    expect(withAt({ most: 4, shelf: 'x' }, 'shelf', undefined)).toEqual({ most: 4 });
    expect(fine.per.count).toBe(1);
    expect(at(fine, 'amnesties.1.from')).toBe('b');
  });

  it('takes yuan as fen, and keeps what is no number for the library to name', () => {
    const amount = inputAt(wordsOf('fine')?.inputs ?? [], 'amount');
    expect(valueTyped(amount, '0.1')).toBe(10);
    expect(valueTyped(amount, '0.35')).toBe(35);
    expect(valueTyped(amount, 'zehn')).toBe('zehn');
    expect(valueTyped(wordsOf('loanLimit')?.inputs[0], '20')).toBe(20);
    expect(valueTyped(wordsOf('loanLimit')?.inputs[0], '-3')).toBe('-3');
  });
});

describe('a row of the matrix', () => {
  const rows = [
    row('*', '*', { loanLimit: 20, renewalLimit: 1 }),
    row('child', '*', { loanLimit: 10 }),
    row('*', 'periodical', { loanLimit: 6 }),
  ];

  it('is named by what it is for', () => {
    expect(rows.map((each) => cellName(each, names))).toEqual(['全馆通用', '少儿', '期刊']);
  });

  it('has behind it the rows that hold for all it is for, a category before a type', () => {
    const cell = row('child', 'periodical', {});
    expect(rowsBehind(cell, rows, cell.policyId).map(({ policyId }) => policyId)).toEqual([
      'child_*',
      '*_periodical',
      '*_*',
    ]);
    expect(rowsBehind(row('*', '*', {}), rows, '')).toEqual([]);
  });

  it('says for every rule whether it gives it, or where it comes from', () => {
    const lines = ruleLines(
      row('child', 'periodical', { renewalLimit: 0 }),
      rows,
      { ...DEFAULT_RULES },
      names,
    )
      .flatMap((group) => group.lines)
      .filter(({ rule }) => ['loanLimit', 'renewalLimit', 'holdLimit'].includes(rule));
    expect(lines.map(({ rule, text, given, from }) => [rule, text, given, from])).toEqual([
      ['loanLimit', '10 册', false, '少儿'],
      ['renewalLimit', '0 次', true, ''],
      ['holdLimit', '不限', false, '系统默认'],
    ]);
  });

  it('shows the remarks of the library at the rule that they are about', () => {
    expect(
      remarksByRule([
        { path: 'input.rules.fine.cap', message: '应为整数' },
        { path: 'input.rules.loanLimit', message: '不对' },
        { path: 'input.note', message: '太长' },
      ]),
    ).toEqual({ wrong: { fine: '每册最多应为整数', loanLimit: '不对' }, other: ['太长'] });
  });
});
