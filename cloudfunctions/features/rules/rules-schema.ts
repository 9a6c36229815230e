import * as v from 'valibot';
import { rulesSchema } from '../../circulation/rules';
import type { Rules } from '../../documents';
import { anId, someLines } from '../../kernel/validate';

/** What a row gives: some of the rules, none of them unknown. */
export const someRules: v.GenericSchema<unknown, Partial<Rules>> = v.partial(rulesSchema);

const anyOrId = v.union([v.literal('*'), anId], '应为“*”或一个编号');

export const aPolicyRow = v.strictObject({
  policyId: v.union([v.literal(''), anId], '编号格式不对'),
  readerCategory: anyOrId,
  itemType: anyOrId,
  branchId: anyOrId,
  note: someLines(200),
  rules: someRules,
});
export type PolicyInput = v.InferOutput<typeof aPolicyRow>;
