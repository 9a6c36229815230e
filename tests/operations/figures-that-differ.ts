import type { Documents } from '../../cloudfunctions/documents';
import { added, ALL, figuresOf } from '../../cloudfunctions/figures/count';
import type { SmallLibrary } from './library';

/** Minutes after which every line that stands is counted: it settles, and a timer comes. */
const COUNTED_AFTER = 20;

type Figures = Documents['figures'];

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * What the counters say that the documents do not: against the log counted again, against the loans that
 * still stand in it, days against months, branches against all, and the parts of a loan against each other.
 */
export const figuresThatDiffer = async (library: SmallLibrary): Promise<string[]> => {
  await library.cloud.clock.move({ advance: { minutes: COUNTED_AFTER } });
  const lines = (await library.documents('operations')).sort((a, b) => (a.at < b.at ? -1 : 1));
  const figures = await library.documents('figures');
  const stored = new Map(figures.map((figure) => [figure._id, figure]));
  const counted = figuresOf(lines);
  const differ: string[] = [];
  const same = (what: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) !== JSON.stringify(b)) differ.push(`${what}: ${JSON.stringify([a, b])}`);
  };
  for (const id of new Set([...stored.keys(), ...counted.keys()])) {
    const right = counted.get(id);
    same(id, told(stored.get(id)), told(right && added(null, right)));
  }
  const sum = (list: readonly Figures[], of: (figure: Figures) => number): number =>
    list.reduce((all, figure) => all + of(figure), 0);
  const days = figures.filter(({ kind, branchId }) => kind === 'day' && branchId === ALL);
  const months = figures.filter(({ kind, branchId }) => kind === 'month' && branchId === ALL);
  const loans = sum(days, ({ counts }) => counts.loans ?? 0);
  same('loans and lines that lent', loans, lines.filter(({ lent }) => lent !== undefined).length);
  for (const figure of ['loans', 'returns', 'renewals', 'holds'] as const)
    same(
      `${figure} of days and of months`,
      sum(days, ({ counts }) => counts[figure] ?? 0),
      sum(months, ({ counts }) => counts[figure] ?? 0),
    );
  for (const parts of ['byHour', 'byClass', 'byCategory'] as const)
    same(
      `loans and ${parts}`,
      loans,
      sum(days, (figure) => total(figure[parts])),
    );
  return differ;
};

const told = (figure: Figures | undefined): unknown =>
  [figure?.counts, figure?.byCategory, figure?.byClass, figure?.byHour, figure?.byEvent].map((counts) =>
    Object.entries(counts ?? {})
      .filter(([, count]) => count !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
