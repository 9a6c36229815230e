import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { rulesSchema } from '../../cloudfunctions/circulation/rules';
import type { RuleInput } from '../../miniprogram/features/rules/rule-inputs';
import { ruleGroups, wordsOf } from '../../miniprogram/features/rules/rule-words';
import { shapesIn, type Members } from './contract-shapes';
import { defaultText, innerOf, partsOf, valueText } from './value-text';

/**
 * The tables of docs/policies.md: each field as the contract, the cloud and the screen describe it, once
 * each.
 */

const contract = resolve(__dirname, '..', '..', 'typings', 'contract', 'rule-fields.ts');

interface Row {
  name: string;
  chinese: string;
  schema: v.GenericSchema;
  means: string;
}

export const ruleTables = (): string => {
  const shapes = shapesIn(readFileSync(contract, 'utf8'));
  const fields: Members = shapes.get('Rules') ?? new Map();
  const schemas: Record<string, v.GenericSchema> = rulesSchema.entries;
  const rowsOf = (rules: { rule: string; name: string }[]) =>
    rules.map(({ rule, name }) => rowOf(rule, name, schemas[rule], fields));
  return [
    '| field | 中文 | value | default | means |',
    '|--|--|--|--|--|',
    ...ruleGroups.flatMap(({ name, rules }) => [
      `| **${name}** | | | | |`,
      ...rowsOf(rules).map(
        ({ schema, ...row }) =>
          `| \`${row.name}\` | ${row.chinese} | ${valueText(schema)} | ${defaultText(v.getDefault(schema))} | ${row.means} |`,
      ),
    ]),
    ...ruleGroups
      .flatMap(({ rules }) => rowsOf(rules))
      .flatMap((row) => partTable(row, shapes.get(fields.get(row.name)?.shape ?? ''))),
  ].join('\n');
};

const rowOf = (name: string, chinese: string, schema: v.GenericSchema | undefined, members: Members): Row => {
  const means = members.get(name)?.means;
  if (!schema) throw new Error(`the cloud reads no ${name}`);
  if (!means) throw new Error(`the contract does not say what ${name} means`);
  return { name, chinese, schema, means };
};

/**
 * A value of several parts has a table of its own; none for what the contract does not tell apart, like a
 * period.
 */
const partTable = ({ name, chinese, schema }: Row, members: Members | undefined): string[] => {
  const parts = partsOf(schema);
  if (!members || !parts) return [];
  const labels = labelsOf(wordsOf(name)?.inputs ?? []);
  return [
    '',
    `\`${name}\` ${chinese}${innerOf(schema).type === 'array' ? ', each of the list' : ''}:`,
    '',
    '| part | 中文 | value | means |',
    '|--|--|--|--|',
    ...[...members.keys()]
      .map((part) => rowOf(part, labels.get(part) ?? '', parts[part], members))
      .map((row) => `| \`${row.name}\` | ${row.chinese} | ${valueText(row.schema)} | ${row.means} |`),
  ];
};

/** Of a list the labels are those of its rows. */
const labelsOf = (inputs: RuleInput[]): Map<string, string> =>
  new Map(
    inputs.flatMap((input): [string, string][] =>
      input.kind === 'list' && input.path === '' ? [...labelsOf(input.inputs)] : [[input.path, input.label]],
    ),
  );
