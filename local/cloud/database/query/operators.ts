import type { AnyObject, Options } from 'mingo/types';
import { databaseRefused } from '../../cloud-error';
import { regularExpression } from '../wire/codec';
import { valuesAt } from '../paths';
import { compareValues, equalValues, isPlainObject, rank, rankOf } from '../values';

/**
 * The query operators whose MongoDB meaning mingo does not keep (null and missing, key order of objects,
 * nested arrays, type brackets). They stand before mingo's own in the context; the rest is mingo's.
 */
type Candidates = readonly unknown[];
type Test = (candidates: Candidates) => boolean;
type Operator = (selector: string, operand: unknown, options: Options) => (document: AnyObject) => boolean;

const isNull = (value: unknown): boolean => value === null || value === undefined;

function equalityTest(operand: unknown): Test {
  if (isNull(operand)) return (candidates) => candidates.some(isNull);
  if (operand instanceof RegExp) return regexTest(operand);
  return (candidates) => candidates.some((value) => value !== undefined && equalValues(value, operand));
}

function inTest(operand: unknown): Test {
  if (!Array.isArray(operand)) throw databaseRefused('$in needs an array');
  const scalars = new Set<unknown>(operand.filter((value) => typeof value === 'string'));
  const others = operand.filter((value) => typeof value !== 'string').map(equalityTest);
  return (candidates) =>
    candidates.some((value) => scalars.has(value)) || others.some((test) => test(candidates));
}

/** `$gt` and its kin compare within one type only; null equals null and missing. */
function orderTest(operand: unknown, holds: (order: number) => boolean): Test {
  if (isNull(operand)) return holds(0) ? (candidates) => candidates.some(isNull) : () => false;
  const type = rankOf(operand);
  if (type === rank.regex) throw databaseRefused("Can't have RegEx as arg to a comparison");
  return (candidates) =>
    candidates.some(
      (value) => rankOf(value) === type && value !== undefined && comparable(value, operand, holds),
    );
}

/** NaN is neither above nor below a number. */
function comparable(value: unknown, operand: unknown, holds: (order: number) => boolean): boolean {
  if (Number.isNaN(value) !== Number.isNaN(operand)) return false;
  return holds(compareValues(value, operand));
}

function regexTest(pattern: RegExp): Test {
  const source = String(pattern);
  return (candidates) =>
    candidates.some((value) =>
      typeof value === 'string' ? pattern.test(value) : value instanceof RegExp && String(value) === source,
    );
}

function modTest(operand: unknown): Test {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw databaseRefused('malformed mod, needs two elements');
  const [divisor, remainder] = operand.map((value) => Math.trunc(Number(value))) as [number, number];
  if (!divisor) throw databaseRefused('divisor cannot be 0');
  return (candidates) =>
    candidates.some((value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder);
}

const typeNames: Record<string, (value: unknown) => boolean> = {
  double: (value) => typeof value === 'number' && !Number.isInteger(value),
  string: (value) => typeof value === 'string',
  object: isPlainObject,
  array: Array.isArray,
  binData: (value) => rankOf(value) === rank.binary,
  objectId: (value) => rankOf(value) === rank.objectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
  int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  long: (value) => Number.isInteger(value) && Math.abs(value as number) >= 2 ** 31,
  number: (value) => typeof value === 'number',
};
const typeNumbers: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

function typeTest(operand: unknown): Test {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((name) => {
    const test = typeNames[typeof name === 'number' ? (typeNumbers[name] ?? '') : String(name)];
    if (!test) throw databaseRefused(`Unknown type name alias: ${String(name)}`);
    return test;
  });
  return (candidates) => candidates.some((value) => tests.some((test) => test(value)));
}

/** Tests of one value, for every operator that looks at values alone. */
const valueTests: Record<string, (operand: unknown) => Test> = {
  $eq: equalityTest,
  $ne: (operand) => negated(equalityTest(operand)),
  $in: inTest,
  $nin: (operand) => negated(inTest(operand)),
  $gt: (operand) => orderTest(operand, (order) => order > 0),
  $gte: (operand) => orderTest(operand, (order) => order >= 0),
  $lt: (operand) => orderTest(operand, (order) => order < 0),
  $lte: (operand) => orderTest(operand, (order) => order <= 0),
  $mod: modTest,
  $type: typeTest,
  $regex: (operand) =>
    regexTest(operand instanceof RegExp ? operand : regularExpression(String(operand), '')),
};

function negated(test: Test): Test {
  return (candidates) => !test(candidates);
}

function onLeaves(test: Test, selector: string, expand: boolean): (document: AnyObject) => boolean {
  const path = selector.split('.');
  return (document) => test(valuesAt(document, path, expand));
}

type Matcher = (criteria: Record<string, unknown>) => (document: Record<string, unknown>) => boolean;

/** The operators as mingo's context takes them; `compile` builds a whole query, for `$elemMatch`. */
export function queryOperators(compile: Matcher): Record<string, Operator> {
  const operators: Record<string, Operator> = {};
  for (const [name, test] of Object.entries(valueTests)) {
    operators[name] = (selector, operand) => onLeaves(test(operand), selector, true);
  }
  operators['$size'] = (selector, operand) => onLeaves(sizeTest(operand), selector, false);
  operators['$exists'] = (selector, operand) => {
    const wanted = Boolean(operand);
    return onLeaves((found) => found.some((value) => value !== undefined) === wanted, selector, false);
  };
  operators['$elemMatch'] = (selector, operand) => onLeaves(elemMatchTest(operand, compile), selector, false);
  operators['$all'] = (selector, operand) => allTest(operand, selector, compile);
  return operators;
}

function sizeTest(operand: unknown): Test {
  if (!Number.isInteger(operand) || (operand as number) < 0) {
    throw databaseRefused('$size must be a whole, non-negative number');
  }
  return (found) => found.some((value) => Array.isArray(value) && value.length === operand);
}

function elemMatchTest(criteria: unknown, compile: Matcher): Test {
  if (!isPlainObject(criteria)) throw databaseRefused('$elemMatch needs an Object');
  const matches = elementTest(criteria, compile);
  return (found) => found.some((value) => Array.isArray(value) && value.some(matches));
}

const logical = new Set(['$and', '$or', '$nor']);

function elementTest(criteria: Record<string, unknown>, compile: Matcher): (element: unknown) => boolean {
  const names = Object.keys(criteria);
  if (names.length > 0 && names.every((name) => name.startsWith('$') && !logical.has(name))) {
    return scalarTest(criteria, compile);
  }
  const matches = compile(criteria);
  return (element) => {
    if (isPlainObject(element)) return matches(element);
    return Array.isArray(element) && matches({ ...element } as Record<string, unknown>);
  };
}

/** `{ $elemMatch: { $gt: 3, $lt: 9 } }`: all hold for one element, which is not itself opened. */
function scalarTest(criteria: Record<string, unknown>, compile: Matcher): (element: unknown) => boolean {
  const tests = Object.entries(criteria).map(([name, operand]): ((element: unknown) => boolean) => {
    const simple = valueTests[name];
    if (name === '$regex') {
      const pattern =
        operand instanceof RegExp
          ? operand
          : regularExpression(String(operand), String(criteria['$options'] ?? ''));
      return (element) => regexTest(pattern)([element]);
    }
    if (name === '$options') return () => true;
    if (simple) {
      const test = simple(operand);
      return (element) => test([element]);
    }
    const whole = compile({ element: { [name]: operand } });
    return (element) => whole({ element });
  });
  return (element) => tests.every((test) => test(element));
}

function allTest(operand: unknown, selector: string, compile: Matcher): (document: AnyObject) => boolean {
  if (!Array.isArray(operand)) throw databaseRefused('$all needs an array');
  const tests = operand.map((wanted) => {
    if (isPlainObject(wanted) && '$elemMatch' in wanted) {
      return onLeaves(elemMatchTest(wanted['$elemMatch'], compile), selector, false);
    }
    return onLeaves(equalityTest(wanted), selector, true);
  });
  return (document) => tests.length > 0 && tests.every((test) => test(document));
}
