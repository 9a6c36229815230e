import { databaseRefused } from '../../cloud-error';
import { compileQuery } from '../query/matching';
import type { Document } from '../engine/records';
import { sortDocuments } from '../query/sorting';
import type { ApplyOperator } from './value-operators';
import { createParent, findParent, readAt, writeAt, type Parent } from './update-paths';
import { compareValues, equalValues, isPlainObject } from '../values';

/** The update operators of arrays. */
export const arrayOperators: Record<string, ApplyOperator> = {
  $push: (document, path, operand) => push(document, path, operand),
  $addToSet: (document, path, operand) => addToSet(document, path, operand),
  $pop: (document, path, operand) => pop(document, path, operand),
  $pull: (document, path, operand) => pull(document, path, pullTest(operand), '$pull'),
  $pullAll: (document, path, operand) => {
    if (!Array.isArray(operand)) throw databaseRefused('$pullAll requires an array argument');
    pull(document, path, (element) => operand.some((value) => equalValues(element, value)), '$pullAll');
  },
};

const pushModifiers = new Set(['$each', '$position', '$sort', '$slice']);

function push(document: Document, path: string, operand: unknown): void {
  const modifiers = isPlainObject(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknown = Object.keys(modifiers).find((name) => !pushModifiers.has(name));
  if (unknown) throw databaseRefused(`Unrecognized clause in $push: ${unknown}`);
  const added = modifiers['$each'];
  if (!Array.isArray(added)) throw databaseRefused('The argument to $each in $push must be an array');
  const parent = createParent(document, path);
  const current = arrayOrRefuse(currentArray(parent), document, path);
  const position = numberOf(modifiers, '$position') ?? current.length;
  let result = [...current];
  result.splice(position < 0 ? Math.max(0, result.length + position) : position, 0, ...added);
  if (modifiers['$sort'] !== undefined) result = sorted(result, modifiers['$sort']);
  const slice = numberOf(modifiers, '$slice');
  if (slice !== undefined) result = slice < 0 ? result.slice(slice) : result.slice(0, slice);
  writeAt(parent, result);
}

function numberOf(modifiers: Record<string, unknown>, name: string): number | undefined {
  const value = modifiers[name];
  if (value === undefined) return undefined;
  if (!Number.isInteger(value)) throw databaseRefused(`The value for ${name} must be an integer value`);
  return value as number;
}

function sorted(list: unknown[], by: unknown): unknown[] {
  if (by === 1 || by === -1) return [...list].sort((a, b) => compareValues(a, b) * by);
  if (!isPlainObject(by)) throw databaseRefused('The $sort is invalid: use 1/-1 to sort the whole element');
  const order = Object.entries(by).map(([field, direction]) => [field, direction === -1 ? -1 : 1] as const);
  return sortDocuments(list, order, (element) => (isPlainObject(element) ? element : {}));
}

function addToSet(document: Document, path: string, operand: unknown): void {
  const each = isPlainObject(operand) && '$each' in operand ? operand['$each'] : undefined;
  if (each !== undefined && !Array.isArray(each)) {
    throw databaseRefused('The argument to $each in $addToSet must be an array');
  }
  const parent = createParent(document, path);
  const result = [...arrayOrRefuse(currentArray(parent), document, path)];
  for (const value of each ?? [operand]) {
    if (!result.some((element) => equalValues(element, value))) result.push(value);
  }
  writeAt(parent, result);
}

function pop(document: Document, path: string, operand: unknown): void {
  if (operand !== 1 && operand !== -1)
    throw databaseRefused(`$pop expects 1 or -1, found: ${String(operand)}`);
  const parent = findParent(document, path);
  const current = parent && readAt(parent);
  if (!parent || current === undefined) return;
  const array = arrayOrRefuse(current, document, path);
  writeAt(parent, operand === 1 ? array.slice(0, -1) : array.slice(1));
}

function pull(document: Document, path: string, goes: (element: unknown) => boolean, name: string): void {
  const parent = findParent(document, path);
  const current = parent && readAt(parent);
  if (!parent || current === undefined) return;
  if (!Array.isArray(current)) throw databaseRefused(`Cannot apply ${name} to a non-array value`);
  writeAt(
    parent,
    current.filter((element) => !goes(element)),
  );
}

/** A value pulls its equals, operators what they match, an object the objects that match it as a query. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof RegExp) return (element) => typeof element === 'string' && operand.test(element);
  if (!isPlainObject(operand)) return (element) => equalValues(element, operand);
  if (Object.keys(operand).some((name) => name.startsWith('$'))) {
    const matches = compileQuery({ element: operand });
    return (element) => matches({ element });
  }
  const matches = compileQuery(operand);
  return (element) => isPlainObject(element) && matches(element);
}

/** A missing field begins as an empty array; null does not. */
function currentArray(parent: Parent): unknown {
  const current = readAt(parent);
  return current === undefined ? [] : current;
}

function arrayOrRefuse(value: unknown, document: Document, path: string): unknown[] {
  if (Array.isArray(value)) return value;
  const type = value === null ? 'null' : typeof value;
  throw databaseRefused(
    `The field '${path}' must be an array but is of type ${type} in document {_id: ${JSON.stringify(document['_id'])}}`,
  );
}
