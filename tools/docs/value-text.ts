import * as v from 'valibot';

/** What a schema reads and what a default is, in the words of docs/policies.md. */

const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

/** The schema without what makes it optional or lets it be null. */
export const innerOf = (schema: v.GenericSchema): v.GenericSchema =>
  'wrapped' in schema && isSchema(schema.wrapped) ? innerOf(schema.wrapped) : schema;

const itemOf = (schema: v.GenericSchema): v.GenericSchema =>
  'item' in schema && isSchema(schema.item) ? schema.item : schema;

/** The schemas of the parts of a value, or of each value of a list; absent where a word says it all. */
export const partsOf = (schema: v.GenericSchema): Record<string, v.GenericSchema> | undefined => {
  const inner = itemOf(innerOf(schema));
  if (v.getDescription(inner) || !('entries' in inner)) return undefined;
  return Object.fromEntries(Object.entries(inner.entries ?? {}).filter(([, part]) => isSchema(part)));
};

export const valueText = (schema: v.GenericSchema): string => {
  const described = v.getDescription(schema);
  if (described) return described;
  const inner = innerOf(schema);
  if (inner !== schema) return `${valueText(inner)}${allowsNull(schema) ? ', null' : ''}`;
  if ('options' in schema && Array.isArray(schema.options))
    return schema.options.map((option) => `\`${String(option)}\``).join(', ');
  if (schema.type === 'array') return `list of ${valueText(itemOf(schema))}`;
  if ('entries' in schema) return `\`{ ${namesOf(partsOf(schema) ?? {}).join(', ')} }\``;
  return WORDS[schema.type] ?? schema.type;
};

const WORDS: Record<string, string> = { boolean: 'yes/no', string: 'text', number: 'number' };

const allowsNull = (schema: v.GenericSchema): boolean =>
  schema.type === 'nullable' ||
  ('wrapped' in schema && isSchema(schema.wrapped) && allowsNull(schema.wrapped));

const namesOf = (parts: Record<string, v.GenericSchema>): string[] =>
  Object.entries(parts).map(([name, { type }]) => (type === 'optional' ? `${name}?` : name));

export const defaultText = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `\`${value}\``;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `\`${JSON.stringify(value)}\``;
  if (typeof value === 'object' && 'count' in value && 'unit' in value) return `${value.count} ${value.unit}`;
  return `\`${JSON.stringify(value)}\``;
};
