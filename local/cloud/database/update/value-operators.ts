import { databaseRefused } from '../../cloud-error';
import type { Document } from '../engine/records';
import { compareValues } from '../values';
import { createParent, findParent, readAt, removeAt, writeAt, type Parent } from './update-paths';

/** One operator on one path. The document is the operator's own to change. */
export type ApplyOperator = (document: Document, path: string, operand: unknown) => void;

/** The update operators of single values. */
export const valueOperators: Record<string, ApplyOperator> = {
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
};

export function setAt(document: Document, path: string, value: unknown): void {
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

function typeNameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return typeof value;
}
