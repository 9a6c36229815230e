import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { Query } from 'mingo/query';
import { CloudError, databaseRefused } from '../../cloud-error';
import { regularExpression } from '../wire/codec';
import { queryOperators } from './operators';
import { isPlainObject } from '../values';

export type Criteria = Record<string, unknown>;
export type Matches = (document: Record<string, unknown>) => boolean;

/** mingo with our operators first. */
export const context: Context = Context.from(
  Context.init({ query: queryOperators((criteria) => compileQuery(criteria)) as typeof query }),
  Context.init({ accumulator: accumulators, expression: expressions, pipeline, projection, query, window }),
);

const unsupported = new Set([
  '$where',
  '$text',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$jsonSchema',
  '$function',
]);

/** A test for documents; a malformed query is refused in MongoDB's way. */
export function compileQuery(criteria: Criteria): Matches {
  if (Object.keys(criteria).length === 0) return () => true;
  const prepared = prepare(criteria) as Criteria;
  try {
    const compiled = new Query(prepared, { context, scriptEnabled: false });
    return (document) => compiled.test(document);
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw databaseRefused(`Invalid query: ${(error as Error).message}`);
  }
}

/** `$regex` with `$options` becomes one pattern; operators that are not there are named. */
function prepare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prepare);
  if (!isPlainObject(value)) return value;
  const prepared: Record<string, unknown> = {};
  for (const [name, operand] of Object.entries(value)) {
    if (unsupported.has(name))
      throw databaseRefused(`the operator ${name} is not supported by the local cloud`);
    if (name === '$options' && '$regex' in value) continue;
    prepared[name] = name === '$regex' ? pattern(operand, value['$options']) : prepare(operand);
  }
  return prepared;
}

function pattern(operand: unknown, options: unknown): RegExp {
  if (operand instanceof RegExp) {
    return options === undefined ? operand : regularExpression(operand.source, String(options));
  }
  return regularExpression(String(operand), String(options ?? ''));
}
