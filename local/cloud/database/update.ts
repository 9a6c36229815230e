import { databaseRefused } from '../cloud-error';
import { arrayOperators } from './update-arrays';
import { createParent, findParent, readAt, removeAt, writeAt, type Parent } from './update-paths';
import type { Document } from './records';
import { compareValues, equalValues, isPlainObject } from './values';

/** One operator on one path. The document is the operator's own to change. */
export type ApplyOperator = (document: Document, path: string, operand: unknown) => void;

const operators: Record<string, ApplyOperator> = {
  $set: (document, path, operand) => setAt(document, path, operand),
  $unset: (document, path) => {
    const parent = findParent(document, path);
    if (parent) removeAt(parent);
  },
  $inc: (document, path, operand) =>
    arithmetic(document, path, operand, '$inc', (a, b) => a + b, Number(operand)),
  $mul: (document, path, operand) => arithmetic(document, path, operand, '$mul', (a, b) => a * b, 0),
  $min: (document, path, operand) => keepBest(document, path, operand, -1),
  $max: (document, path, operand) => keepBest(document, path, operand, 1),
  $rename: rename,
  ...arrayOperators,
};

/**
 * Applies a MongoDB update document and gives the changed copy. Wrong types are refused with MongoDB's own
 * words where mingo would quietly go on.
 */
export function applyUpdate(document: Document, update: Record<string, unknown>, isInsert = false): Document {
  const changed = structuredCopy(document) as Document;
  refuseConflicts(update);
  for (const [name, fields] of Object.entries(update)) {
    if (name === '$setOnInsert') {
      if (isInsert) for (const [path, operand] of entriesOf(name, fields)) setAt(changed, path, operand);
      continue;
    }
    const apply = operators[name];
    if (!apply) throw databaseRefused(`Unknown modifier: ${name}`);
    for (const [path, operand] of entriesOf(name, fields)) {
      refuseBadPath(path);
      apply(changed, path, structuredCopy(operand));
    }
  }
  if ('_id' in document && !equalValues(changed['_id'], document['_id'])) {
    throw databaseRefused("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return changed;
}

function entriesOf(name: string, fields: unknown): [string, unknown][] {
  if (!isPlainObject(fields)) {
    throw databaseRefused(
      `Modifiers operate on fields but we found type ${typeof fields} instead in ${name}`,
    );
  }
  return Object.entries(fields);
}

function refuseBadPath(path: string): void {
  const parts = path.split('.');
  if (parts.some((part) => part === ''))
    throw databaseRefused(`The update path '${path}' contains an empty field name`);
  if (parts.some((part) => part.startsWith('$'))) {
    throw databaseRefused(`The positional path '${path}' is not supported by the local cloud`);
  }
}

/** Two operators may not touch one path, nor a path and what is inside it. */
function refuseConflicts(update: Record<string, unknown>): void {
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    if (!isPlainObject(fields)) continue;
    paths.push(...Object.keys(fields));
    if (name === '$rename') paths.push(...Object.values(fields).map(String));
  }
  paths.sort();
  for (let i = 0; i < paths.length; i++) {
    for (let j = i + 1; j < paths.length; j++) {
      const [a, b] = [paths[i] as string, paths[j] as string];
      if (b !== a && !b.startsWith(`${a}.`)) continue;
      throw databaseRefused(`Updating the path '${b}' would create a conflict at '${a}'`);
    }
  }
}

function setAt(document: Document, path: string, value: unknown): void {
  writeAt(createParent(document, path), value);
}

function arithmetic(
  document: Document,
  path: string,
  operand: unknown,
  name: string,
  combine: (a: number, b: number) => number,
  missing: number,
): void {
  if (typeof operand !== 'number') {
    const verb = name === '$inc' ? 'increment' : 'multiply';
    throw databaseRefused(`Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`);
  }
  const parent = createParent(document, path);
  const current = readAt(parent);
  if (current === undefined) {
    writeAt(parent, missing);
  } else if (typeof current !== 'number') {
    throw databaseRefused(
      `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(document['_id'])}} ` +
        `has the field '${path}' of non-numeric type ${typeNameOf(current)}`,
    );
  } else {
    writeAt(parent, combine(current, operand));
  }
}

function keepBest(document: Document, path: string, operand: unknown, sign: 1 | -1): void {
  const parent = createParent(document, path);
  const current = readAt(parent);
  if (current === undefined || compareValues(operand, current) * sign > 0) writeAt(parent, operand);
}

function rename(document: Document, path: string, operand: unknown): void {
  if (typeof operand !== 'string')
    throw databaseRefused(`The 'to' field for $rename must be a string: ${path}`);
  const source: Parent | undefined = findParent(document, path);
  if (!source) return;
  const value = readAt(source);
  if (value === undefined) return;
  if (Array.isArray(source.container)) {
    throw databaseRefused(`The source field cannot be an array element, '${path}'`);
  }
  removeAt(source);
  setAt(document, operand, value);
}

export function typeNameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return typeof value;
}

/** Copies plain data; dates, ids and patterns are values and may be shared. */
export function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)]));
}
