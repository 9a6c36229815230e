import type { TitleCompanionsDocument } from '../documents';

/** Titles that a document of companions holds; those with few readers go first, and of them the oldest. */
const MOST_OTHERS = 300;
/** More different readers than this say no more. */
const MOST_BYTES = 64;

type Others = TitleCompanionsDocument['others'];

/** The companions with one more reader of both. A reader who is counted already changes nothing. */
export function met(others: Others, titleId: string, byte: number): Others {
  const known = others.find((other) => other.titleId === titleId);
  if (known && (known.by.includes(byte) || known.by.length >= MOST_BYTES)) return others;
  const rest = others.filter((other) => other !== known);
  const list = [...rest, { titleId, by: [...(known?.by ?? []), byte] }];
  return list.length > MOST_OTHERS ? withoutWeakest(list) : list;
}

/** Never the one that was met just now. */
function withoutWeakest(list: Others): Others {
  const fewest = Math.min(...list.slice(0, -1).map(({ by }) => by.length));
  const at = list.findIndex(({ by }) => by.length === fewest);
  return [...list.slice(0, at), ...list.slice(at + 1)];
}
