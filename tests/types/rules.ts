import { number, orNone, parts, type WordsFor } from '../../miniprogram/features/rules/rule-kinds';
import type { RecallRule, RuleName, Rules } from '../../typings/contract';

/**
 * What must not compile, as in operations.ts: a field of the rules that is described on one side and
 * forgotten on another.
 */

type Words = { [F in RuleName]: WordsFor<Rules[F]> };

const words = number('同时最多借', '册', '');
export const limited: Words['loanLimit'] = orNone('不限', words);
// @ts-expect-error: null is an answer of this rule, and has no word
export const wordless: Words['loanLimit'] = words;
// @ts-expect-error: this rule is never null
export const needless: Words['holdsPerTitle'] = orNone('不限', words);
// @ts-expect-error: words for another kind of value
export const otherKind: Words['lendable'] = words;

declare const all: Words;
const { lendable: _lendable, ...others } = all;
// @ts-expect-error: a rule without words
export const forgotten: Words = { ...others };

export const recall = parts<RecallRule>({
  guaranteedDays: { kind: 'number', label: '' },
  noticeDays: { kind: 'number', label: '' },
});
// @ts-expect-error: a part that has no input
export const halfRecall = parts<RecallRule>({ guaranteedDays: { kind: 'number', label: '' } });
