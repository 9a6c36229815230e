import { valuesAt } from '../paths';
import type { Order } from './planner';
import type { Document } from '../engine/records';
import { compareValues, rank, rankOf } from '../values';

/**
 * Sorts as MongoDB does: by type then value; an array counts as its least element upwards, its greatest
 * downwards.
 */
export function sortDocuments<T>(list: readonly T[], order: Order, documentOf: (entry: T) => Document): T[] {
  const keyed = list.map((entry) => ({
    entry,
    keys: order.map(([field, direction]) => sortValue(documentOf(entry), field.split('.'), direction)),
  }));
  keyed.sort((a, b) => {
    for (let i = 0; i < order.length; i++) {
      const difference = compareSortValues(a.keys[i], b.keys[i]);
      if (difference !== 0) return difference * (order[i] as readonly [string, 1 | -1])[1];
    }
    return 0;
  });
  return keyed.map(({ entry }) => entry);
}

const EMPTY = Symbol('empty array');

function sortValue(document: Document, path: readonly string[], direction: 1 | -1): unknown {
  const values = valuesAt(document, path, false).flatMap((value) =>
    Array.isArray(value) ? (value.length === 0 ? [EMPTY] : value) : [value],
  );
  if (values.length === 0) return null;
  return values.reduce((best, value) => (compareSortValues(value, best) * direction < 0 ? value : best));
}

function compareSortValues(a: unknown, b: unknown): number {
  if (a === EMPTY || b === EMPTY) return sortRank(a) - sortRank(b);
  return compareValues(a, b);
}

const sortRank = (value: unknown): number => (value === EMPTY ? rank.emptyArray : rankOf(value));
