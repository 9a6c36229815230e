import type { PolicyRow } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { cellName, rowCards, weightOf, type RowCard } from './matrix-view';
import { drawnRow, openedRow, type OpenRow } from './row-view';
import { blankRow } from './row-cell';
import type { Names, Option } from './rule-inputs';

type Published = Output<'rules.published'>;

interface PublishedCard {
  id: string;
  library: string;
  source: string;
  leftOut: string;
  rows: RowCard[];
}

/** Published sets as cards, each with its rows as the matrix shows them. */
export function publishedCards({ list, ...kinds }: Published): { cards: PublishedCard[] } {
  const names: Names = { ...kinds, branches: [] };
  return {
    cards: list.map(({ rows, ...set }) => ({
      ...set,
      rows: rowCards(
        rows.map((row, n) => ({ ...blankRow, ...row, policyId: String(n) })),
        names,
      ),
    })),
  };
}

/** A published row to begin with; its note says whose it is, for what, and where that stands. */
export function startOf({ list, ...kinds }: Published, id: string, row: string): PolicyRow | undefined {
  const set = list.find((each) => each.id === id);
  const published = set?.rows[Number(row)];
  if (!set || !published) return undefined;
  const start = { ...blankRow, ...published };
  const who = weightOf(start) === 0 ? '' : `（${cellName(start, { ...kinds, branches: [] })}）`;
  return { ...start, note: `参照${set.library}${who}：${set.source}`.slice(0, 200) };
}

/**
 * A published row as the row of this library that it would become: the one of its cell where there is one,
 * with the published rules laid over its own. Kinds of readers or copies that the library does not have are
 * left to be chosen.
 */
export function startedRow(value: Output<'rules.policies'>, start: PolicyRow) {
  const known = (options: Option[], id: string) => (options.some((each) => each.id === id) ? id : '*');
  const cell = {
    readerCategory: known(value.readerCategories, start.readerCategory),
    itemType: known(value.itemTypes, start.itemType),
    branchId: '*',
  };
  const fits = cell.readerCategory === start.readerCategory && cell.itemType === start.itemType;
  const saved = fits
    ? value.list.find(
        (row) =>
          row.readerCategory === cell.readerCategory &&
          row.itemType === cell.itemType &&
          row.branchId === '*',
      )
    : undefined;
  const opened = openedRow(value, saved?.policyId ?? '');
  const row = saved
    ? { ...saved, note: start.note, rules: { ...saved.rules, ...start.rules } }
    : { ...blankRow, ...cell, note: start.note, rules: start.rules };
  const open: OpenRow = { ...opened, row };
  return { ...opened, ...drawnRow(open), row, policyId: row.policyId, changed: true };
}
