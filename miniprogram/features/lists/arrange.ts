import type { TitleRow } from './list-view';

export type Step = 'first' | 'up' | 'down';

/**
 * Where a title goes: the rows as they are then, its place among them, and the title that it stands before
 * ("" : last).
 */
interface Move {
  list: TitleRow[];
  place: number;
  before: string;
}

/**
 * One step of the title at a place; null where it stands there already. `more`: the list goes on behind what
 * is loaded.
 */
export function movedTo(list: TitleRow[], from: number, step: Step, more: boolean): Move | null {
  const row = list[from];
  const to = step === 'first' ? 0 : step === 'up' ? from - 1 : from + 1;
  if (!row || to < 0 || to >= list.length || to === from) return null;
  const rest = list.filter((each) => each !== row);
  const before = rest[to]?.listedAs ?? '';
  // Last of what is loaded is not last of all.
  if (before === '' && more) return null;
  return { list: [...rest.slice(0, to), row, ...rest.slice(to)], place: to, before };
}

/** The rows without one: the next page begins one earlier then. */
export function withoutRow(list: TitleRow[], at: number, next: string): { list: TitleRow[]; next: string } {
  return { list: list.filter((_, i) => i !== at), next: next && String(Number(next) - 1) };
}
