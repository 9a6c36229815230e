import type { SearchIndex } from '../index/open';

const DAYS = 0x10000;
const orders = new WeakMap<SearchIndex, Uint32Array>();

/**
 * Titles by the day on which they came, the last day first; of one day, the more borrowed first. Four bytes a
 * title, made once.
 */
export function newestFirst(index: SearchIndex): Uint32Array {
  let order = orders.get(index);
  if (order) return order;
  order = new Uint32Array(index.titles);
  const next = new Uint32Array(DAYS + 1);
  for (const day of index.addedOn) next[DAYS - day]!++;
  for (let slot = 1; slot <= DAYS; slot++) next[slot]! += next[slot - 1]!;
  for (let title = 0; title < index.titles; title++) order[next[DAYS - 1 - index.addedOn[title]!]!++] = title;
  orders.set(index, order);
  return order;
}
