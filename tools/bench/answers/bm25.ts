/** Ranks entries for a text by a score of its own: numbers of entries, best first. */
export type Ranking = (text: string, most: number) => number[];

const K1 = 1.2;
const B = 0.75;

/** BM25 from its definition, over the tokens of a text as they are. */
export function bm25(entries: readonly string[], tokensOf: (text: string) => string[]): Ranking {
  const rows = entries.map((entry) => counted(tokensOf(entry)));
  const lengths = entries.map((entry) => tokensOf(entry).length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / entries.length;
  const having = new Map<string, number[]>();
  rows.forEach((row, entry) => {
    for (const token of row.keys()) {
      const list = having.get(token);
      if (list) list.push(entry);
      else having.set(token, [entry]);
    }
  });
  return (text, most) => {
    const scores = new Float64Array(entries.length);
    for (const token of tokensOf(text)) {
      const list = having.get(token) ?? [];
      const rare = Math.log(1 + (entries.length - list.length + 0.5) / (list.length + 0.5));
      for (const entry of list) {
        const times = rows[entry]!.get(token)!;
        scores[entry]! +=
          (rare * times * (K1 + 1)) / (times + K1 * (1 - B + (B * lengths[entry]!) / average));
      }
    }
    return [...scores.keys()]
      .filter((entry) => scores[entry]! > 0)
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .slice(0, most);
  };
}

export const singleCharacters = (text: string): string[] => [...text];

/** Single characters, and every two that stand side by side. */
export const oneAndTwoCharacters = (text: string): string[] => {
  const single = [...text];
  return [...single, ...single.slice(1).map((character, at) => single[at]! + character)];
};

function counted(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
