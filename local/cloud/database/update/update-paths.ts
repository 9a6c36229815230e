import { databaseRefused } from '../../cloud-error';
import { arrayIndex } from '../paths';
import type { Document } from '../engine/records';
import { isPlainObject } from '../values';

/** The place a path ends at: a field of an object or a position in an array. */
export interface Parent {
  container: Record<string, unknown> | unknown[];
  field: string;
}

/** The place, if everything on the way is there. */
export function findParent(document: Document, path: string): Parent | undefined {
  const parts = path.split('.');
  const field = parts.pop() as string;
  let at: unknown = document;
  for (const part of parts) at = childOf(at, part);
  if (Array.isArray(at)) return arrayIndex(field) === undefined ? undefined : { container: at, field };
  return isPlainObject(at) ? { container: at, field } : undefined;
}

/** The place, with missing objects on the way made; null or a scalar on the way is an error in MongoDB. */
export function createParent(document: Document, path: string): Parent {
  const parts = path.split('.');
  const field = parts.pop() as string;
  let at: Record<string, unknown> | unknown[] = document;
  let name = '';
  for (const part of parts) {
    refuseUnlessEnterable(at, part, name);
    let child: unknown = childOf(at, part);
    if (child === undefined) {
      child = {};
      writeAt({ container: at, field: part }, child);
    }
    if (!Array.isArray(child) && !isPlainObject(child)) {
      const next = parts[parts.indexOf(part) + 1] ?? field;
      throw databaseRefused(`Cannot create field '${next}' in element {${part}: ${JSON.stringify(child)}}`);
    }
    at = child;
    name = part;
  }
  refuseUnlessEnterable(at, field, name);
  return { container: at, field };
}

/** An array is entered by position only. */
function refuseUnlessEnterable(at: Record<string, unknown> | unknown[], part: string, name: string): void {
  if (Array.isArray(at) && arrayIndex(part) === undefined) {
    throw databaseRefused(`Cannot create field '${part}' in element {${name}: ${JSON.stringify(at)}}`);
  }
}

function childOf(at: unknown, part: string): unknown {
  if (Array.isArray(at)) {
    const index = arrayIndex(part);
    return index === undefined ? undefined : at[index];
  }
  return isPlainObject(at) && Object.hasOwn(at, part) ? at[part] : undefined;
}

export function readAt({ container, field }: Parent): unknown {
  return childOf(container, field);
}

export function writeAt({ container, field }: Parent, value: unknown): void {
  if (!Array.isArray(container)) {
    container[field] = value;
    return;
  }
  const index = arrayIndex(field) as number;
  if (index > container.length + 1500) {
    throw databaseRefused(`can't backfill array to larger than 1500000 elements at position ${index}`);
  }
  while (container.length < index) container.push(null);
  container[index] = value;
}

/** Unset in an array leaves null in the place, as MongoDB does. */
export function removeAt({ container, field }: Parent): void {
  if (Array.isArray(container)) {
    const index = arrayIndex(field);
    if (index !== undefined && index < container.length) container[index] = null;
  } else {
    delete container[field];
  }
}
