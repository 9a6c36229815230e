import type { Criteria } from './matching';
import { isPlainObject, rank, rankOf } from '../values';

/** What a query says of one path, in the forms an index can answer. */
export type Condition = {
  path: string;
  /** Conditions out of one `$elemMatch` hold for one and the same element. */
  element?: number;
} & (
  | { kind: 'in'; values: unknown[] }
  | { kind: 'range'; bound: 'lower' | 'upper'; value: unknown; inclusive: boolean }
  | { kind: 'prefix'; text: string }
);

interface QueryConditions {
  all: Condition[];
  /** Each group is an `$or`: one of its members holds. */
  alternatives: Criteria[][];
  /** The conditions say everything the query says, so a document that meets them needs no second look. */
  complete: boolean;
}

export function conditionsOf(criteria: Criteria): QueryConditions {
  const found: QueryConditions = { all: [], alternatives: [], complete: true };
  const reader = { found, elements: 0 };
  readCriteria(criteria, '', undefined, reader);
  return found;
}

interface Reader {
  found: QueryConditions;
  elements: number;
}

function readCriteria(criteria: Criteria, prefix: string, element: number | undefined, reader: Reader): void {
  for (const [field, expression] of Object.entries(criteria)) {
    if (field === '$and' && Array.isArray(expression)) {
      for (const part of expression)
        if (isPlainObject(part)) readCriteria(part, prefix, element, reader);
        else reader.found.complete = false;
    } else if (field === '$or' && Array.isArray(expression) && prefix === '') {
      reader.found.alternatives.push(expression.filter(isPlainObject));
      reader.found.complete = false;
    } else if (field.startsWith('$')) {
      reader.found.complete = false;
    } else {
      readField(prefix + field, expression, element, reader);
    }
  }
}

function readField(path: string, expression: unknown, element: number | undefined, reader: Reader): void {
  if (!isPlainObject(expression) || !Object.keys(expression).some((name) => name.startsWith('$'))) {
    readOperator(path, expression instanceof RegExp ? '$regex' : '$eq', expression, element, reader);
    return;
  }
  for (const [name, operand] of Object.entries(expression)) {
    if (name === '$options') reader.found.complete = false;
    else if (name === '$regex' && expression['$options'] !== undefined) reader.found.complete = false;
    else readOperator(path, name, operand, element, reader);
  }
}

function readOperator(
  path: string,
  name: string,
  operand: unknown,
  element: number | undefined,
  r: Reader,
): void {
  const { found } = r;
  const from = element === undefined ? {} : { element };
  switch (name) {
    case '$eq':
      if (isScalar(operand)) found.all.push({ ...from, path, kind: 'in', values: [operand] });
      if (!isExact(operand)) found.complete = false;
      return;
    case '$in':
      if (Array.isArray(operand) && operand.every(isScalar)) {
        found.all.push({ ...from, path, kind: 'in', values: operand });
        if (!operand.every(isExact)) found.complete = false;
      } else found.complete = false;
      return;
    case '$all':
      if (!Array.isArray(operand) || operand.length === 0) found.complete = false;
      else for (const wanted of operand) readOperator(path, allMember(wanted), wanted, element, r);
      return;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      readRange(path, name, operand, from, found);
      return;
    case '$regex':
      readPattern(path, operand, from, found);
      return;
    case '$elemMatch':
      found.complete = false;
      if (isPlainObject(operand)) readElement(path, operand, r);
      return;
    default:
      found.complete = false;
  }
}

/** A member of `$all` is a value, a pattern, or something only a second look can tell. */
function allMember(wanted: unknown): string {
  if (wanted instanceof RegExp) return '$regex';
  return isPlainObject(wanted) ? '$second-look' : '$eq';
}

function readElement(path: string, criteria: Record<string, unknown>, reader: Reader): void {
  const element = ++reader.elements;
  if (Object.keys(criteria).every((name) => name.startsWith('$'))) {
    for (const [name, operand] of Object.entries(criteria)) {
      if (name === '$eq' || name === '$in') readOperator(path, name, operand, element, reader);
    }
    return;
  }
  readCriteria(criteria, `${path}.`, element, reader);
}

function readRange(
  path: string,
  name: string,
  value: unknown,
  from: { element?: number },
  found: QueryConditions,
): void {
  const ordered = [rank.number, rank.string, rank.boolean, rank.date, rank.objectId] as number[];
  if (!ordered.includes(rankOf(value)) || Number.isNaN(value)) {
    found.complete = false;
    return;
  }
  found.all.push({
    ...from,
    path,
    kind: 'range',
    bound: name.startsWith('$g') ? 'lower' : 'upper',
    value,
    inclusive: name.endsWith('e'),
  });
  if (!isExact(value)) found.complete = false;
}

/** `/^text/` without flags is a range of texts; any other pattern needs every document looked at. */
function readPattern(
  path: string,
  operand: unknown,
  from: { element?: number },
  found: QueryConditions,
): void {
  found.complete = false;
  const pattern = operand instanceof RegExp ? operand : undefined;
  const source = pattern?.source ?? String(operand);
  if (pattern && pattern.flags !== '') return;
  const text = anchoredText(source);
  if (text) found.all.push({ ...from, path, kind: 'prefix', text });
}

/** The literal text an anchored pattern begins with: `^红楼.*` gives 红楼. */
function anchoredText(source: string): string {
  if (!source.startsWith('^') || source.includes('|')) return '';
  let text = '';
  for (let i = 1; i < source.length; i++) {
    let character = source[i] as string;
    if (character === '\\') {
      const next = source[++i];
      if (next === undefined || /[A-Za-z0-9]/.test(next)) break;
      character = next;
    } else if ('.*+?()[]{}^$'.includes(character)) {
      if ('*?{'.includes(character)) text = text.slice(0, -1);
      break;
    }
    text += character;
  }
  return text;
}

function isScalar(value: unknown): boolean {
  const type = rankOf(value);
  return type !== rank.array && type !== rank.object && type !== rank.regex;
}

/** Index entries tell null from missing and long texts from each other no better than roughly. */
function isExact(value: unknown): boolean {
  if (!isScalar(value) || rankOf(value) === rank.null) return false;
  return typeof value !== 'string' || value.length < 70;
}
