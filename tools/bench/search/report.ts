import { squeeze } from '../../../cloudfunctions/search/fold';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import { quantile } from '../load';
import { table } from '../../table';
import type { Answers, Outcome } from './engines';
import { MOST } from './own';
import type { KnownItem } from './queries';

/** Kinds that are reported together. */
export interface Lot {
  name: string;
  kinds: string[];
}

/** An item of the second draw, at whose misses nobody looks. */
export type AskedItem = KnownItem & { heldOut: boolean };

/** Where each item stands among the answers; -1 when it does not. */
export function ranksOf(
  titles: TitleForIndex[],
  items: KnownItem[],
  { ids }: Pick<Answers, 'ids'>,
): number[] {
  return items.map(({ target, subject }, n) => {
    const wanted = squeeze(titles[target]!.title);
    return ids[n]!.findIndex(
      (id) =>
        id === target ||
        squeeze(titles[id]!.title) === wanted ||
        (subject !== undefined &&
          (titles[id]!.subjects.includes(subject) || squeeze(titles[id]!.title) === squeeze(subject))),
    );
  });
}

const success = (ranks: number[], within: number): string =>
  (ranks.filter((rank) => rank >= 0 && rank < within).length / Math.max(1, ranks.length)).toFixed(3);

const found = (ranks: number[]): string =>
  ranks.length === 0 ? '-' : `${success(ranks, 1)} / ${success(ranks, MOST)}`;

const took = (times: number[]): string =>
  times.length === 0 ? '-' : `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(1)}`;

export function printKinds(
  titles: TitleForIndex[],
  items: AskedItem[],
  lots: Lot[],
  outcomes: Record<string, Outcome>,
): void {
  const ran = Object.entries(outcomes).flatMap(([name, outcome]) =>
    'missing' in outcome ? [] : [{ name, outcome, ranks: ranksOf(titles, items, outcome) }],
  );
  for (const [name, outcome] of Object.entries(outcomes))
    if ('missing' in outcome) console.log(`${name}: NOT RUN (${outcome.missing})`);
  const row = (label: string, kinds: string[]): (string | number)[] => {
    const chosen = items.flatMap(({ kind }, n) => (kinds.includes(kind) ? [n] : []));
    return [
      label,
      chosen.length,
      ...ran.flatMap(({ outcome, ranks }) => [
        ...[false, true].map((heldOut) =>
          found(chosen.filter((n) => items[n]!.heldOut === heldOut).map((n) => ranks[n]!)),
        ),
        took(chosen.map((n) => outcome.ms[n]!)),
        took(chosen.map((n) => outcome.cpu[n]!)),
      ]),
    ];
  };
  const heads = ran.flatMap(({ name }) => [`${name} @1 / @10`, 'held out', 'ms median / p95', 'CPU ms']);
  const rows = lots.flatMap(({ name, kinds }) => [
    ...kinds.map((kind) => row(kind, [kind])),
    row(name, kinds),
  ]);
  const all = row(
    'ALL',
    lots.flatMap(({ kinds }) => kinds),
  );
  console.log(table(['kind', 'queries', ...heads], [...rows, all]));
  for (const { name, outcome } of ran.slice(1))
    console.log(
      `${name}: built in ${outcome.buildSeconds.toFixed(1)} s, ${(outcome.bytes / 1e6).toFixed(1)} MB`,
    );
}

/** What the first draw did not find first; the second draw is left alone. */
export function printMisses(titles: TitleForIndex[], items: AskedItem[], own: Answers): void {
  const named = (at: number): string => {
    const { title, subtitle, authors } = titles[at]!;
    return [title, subtitle, authors[0] ?? ''].filter(Boolean).join('|');
  };
  ranksOf(titles, items, own).forEach((rank, n) => {
    const { kind, text, target, heldOut } = items[n]!;
    if (rank === 0 || heldOut) return;
    const first = own.ids[n]!.slice(0, 2).map(named).join(' ; ');
    console.log(`${kind} "${text}" wanted ${named(target)} at ${rank}; got ${first}`);
  });
}
