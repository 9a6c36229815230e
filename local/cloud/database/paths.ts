import { isPlainObject } from './values';

/**
 * The values a dotted path reaches in a document, walked as MongoDB walks them: arrays on the way are
 * entered element by element (and by index where the path has a number); `undefined` stands for a field
 * that is missing. An array of scalars on the way yields nothing at all.
 */
export function valuesAt(document: unknown, path: readonly string[], expandLeaf: boolean): unknown[] {
  const found: unknown[] = [];
  walkObject(document, path, 0, expandLeaf, found);
  return found;
}

function walkObject(
  from: unknown,
  path: readonly string[],
  start: number,
  expand: boolean,
  found: unknown[],
): void {
  let value = from;
  for (let i = start; i < path.length; i++) {
    if (Array.isArray(value)) {
      walkArray(value, path, i, expand, found);
      return;
    }
    if (!isPlainObject(value)) {
      found.push(undefined);
      return;
    }
    const field = path[i] as string;
    value = Object.hasOwn(value, field) ? value[field] : undefined;
  }
  pushLeaf(value, expand, found);
}

function walkArray(
  array: unknown[],
  path: readonly string[],
  i: number,
  expand: boolean,
  found: unknown[],
): void {
  for (const element of array) if (isPlainObject(element)) walkObject(element, path, i, expand, found);
  const index = arrayIndex(path[i] as string);
  if (index === undefined || index >= array.length) return;
  // An array that a position names is one value: it is not opened.
  if (i === path.length - 1) found.push(array[index]);
  else walkObject(array[index], path, i + 1, expand, found);
}

function pushLeaf(value: unknown, expand: boolean, found: unknown[]): void {
  if (expand && Array.isArray(value)) found.push(...value);
  found.push(value);
}

export function arrayIndex(part: string): number | undefined {
  return /^(0|[1-9]\d*)$/.test(part) ? Number(part) : undefined;
}
