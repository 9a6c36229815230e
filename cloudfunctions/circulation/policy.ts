import type { ItemType } from '../../typings/contract/catalogue';
import type { ReaderCategory } from '../../typings/contract/account';
import type { PolicyDocument, Rules } from '../documents';
import { DEFAULT_RULES } from './rules';

/** What a rule is asked for: such a reader, such a copy, at such a branch. */
interface Case {
  readerCategory: ReaderCategory;
  itemType: ItemType;
  branchId: string;
}

interface ExplainedRule {
  rule: keyof Rules;
  value: Rules[keyof Rules];
  /** The row that gives it; null: the default of the product. */
  from: string | null;
  note: string;
  /** Less specific rows that would have given it, most specific first. */
  overridden: { policyId: string; value: Rules[keyof Rules] }[];
}

/** The rules for a case: for each field the most specific row that gives it, else the default. */
export const policyFor = (policies: readonly PolicyDocument[], of: Case): Rules => {
  const rules: Rules = { ...DEFAULT_RULES };
  for (const { rules: given } of rowsFor(policies, of).reverse()) Object.assign(rules, withoutGaps(given));
  return rules;
};

/** How every rule for a case came about, in the order of the defaults. */
export const explainPolicy = (policies: readonly PolicyDocument[], of: Case): ExplainedRule[] => {
  const rows = rowsFor(policies, of);
  return ruleNames.map((rule) => {
    const [winner, ...others] = rows.flatMap(({ _id, note, rules }) => {
      const value = rules[rule];
      return value === undefined ? [] : [{ policyId: _id, note, value }];
    });
    return {
      rule,
      value: winner ? winner.value : DEFAULT_RULES[rule],
      from: winner?.policyId ?? null,
      note: winner?.note ?? '',
      overridden: others.map(({ policyId, value }) => ({ policyId, value })),
    };
  });
};

const isRule = (name: string): name is keyof Rules => name in DEFAULT_RULES;
/** Names of all rules, in the order in which they are told. */
export const ruleNames: readonly (keyof Rules)[] = Object.keys(DEFAULT_RULES).filter(isRule);

/**
 * Rows that match, most specific first; of two rows alike the first by id, so that the answer never depends
 * on their order.
 */
const rowsFor = (policies: readonly PolicyDocument[], of: Case): PolicyDocument[] =>
  policies
    .filter((policy) => matches(policy, of))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a._id < b._id ? -1 : 1));

const matches = (policy: PolicyDocument, { readerCategory, itemType, branchId }: Case): boolean =>
  (policy.readerCategory === '*' || policy.readerCategory === readerCategory) &&
  (policy.itemType === '*' || policy.itemType === itemType) &&
  (policy.branchId === '*' || policy.branchId === branchId);

/** An exact reader category outweighs an exact item type, which outweighs an exact branch. */
const weightOf = (policy: PolicyDocument): number =>
  (policy.readerCategory === '*' ? 0 : 4) +
  (policy.itemType === '*' ? 0 : 2) +
  (policy.branchId === '*' ? 0 : 1);

/** A field that is there without a value gives nothing; null is a value. */
const withoutGaps = (given: Partial<Rules>): Partial<Rules> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
