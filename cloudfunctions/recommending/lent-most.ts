/** One reader's loan is not what many borrow. */
const LEAST_LOANS = 2;

/** Titles by how often they were lent, the most first; one that was joined to another counts there. */
export const lentMost = (
  loans: ReadonlyMap<string, number>,
  joined: ReadonlyMap<string, string>,
  most: number,
): { titleId: string; loans: number }[] => {
  const sums = new Map<string, number>();
  for (const [titleId, count] of loans) {
    const into = joined.get(titleId) ?? titleId;
    sums.set(into, (sums.get(into) ?? 0) + count);
  }
  return [...sums]
    .map(([titleId, count]) => ({ titleId, loans: count }))
    .filter((each) => each.loans >= LEAST_LOANS)
    .sort((a, b) => b.loans - a.loans || (a.titleId < b.titleId ? -1 : 1))
    .slice(0, most);
};
