/** The text of plain data with its keys in order: a database may give them back in another one. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
