/** Rows of one page of a list. */
export const PAGE_SIZE = 20;

/** Cuts a page off a list that was read one row longer; `keyOf` names where the next page starts. */
export const pageOf = <T>(
  rows: T[],
  keyOf: (last: T) => string,
  size = PAGE_SIZE,
): { list: T[]; next?: string } => {
  const list = rows.slice(0, size);
  const last = list.at(-1);
  return rows.length > size && last !== undefined ? { list, next: keyOf(last) } : { list };
};
