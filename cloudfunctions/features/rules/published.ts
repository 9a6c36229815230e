import { publishedNames, publishedRules } from '../../circulation/published-rules';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';

export const published = reading('rules.published', {
  role: 'circulation',
  schema: nothing,
  run: () =>
    Promise.resolve(
      done({
        list: publishedRules.map((set) => ({
          ...set,
          rows: set.rows.map((row) => ({ ...row, rules: { ...row.rules } })),
        })),
        ...publishedNames,
      }),
    ),
});
