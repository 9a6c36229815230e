const PARTS = 256;
const FIRST_SIZE = 16;
const PLACE_FACTOR = 0x1000000;

interface Part {
  /** Lower 24 bits of the hash, and the upper 8 bits of the title. */
  high: Uint32Array;
  /** Lower 16 bits of the title. */
  low: Uint16Array;
  length: number;
}

/**
 * (term, title) until all titles are known: six bytes a pair, in 256 parts by the upper bits of the hash.
 * Sorting takes one part at a time, so its memory is a 256th of the whole. Room for 16 million titles.
 */
export function pairStore() {
  const parts: Part[] = Array.from({ length: PARTS }, () => ({
    high: new Uint32Array(FIRST_SIZE),
    low: new Uint16Array(FIRST_SIZE),
    length: 0,
  }));
  return {
    add(hash: number, title: number): void {
      const part = parts[hash >>> 24]!;
      if (part.length === part.high.length) grow(part);
      part.high[part.length] = ((hash << 8) | (title >>> 16)) >>> 0;
      part.low[part.length++] = title & 0xffff;
    },
    /** At most as many terms as this. */
    get most(): number {
      return parts.reduce((sum, part) => sum + part.length, 0);
    },
    /**
     * Every term in the order of its hash, with its titles by their new numbers, ascending: `titles(at)` for
     * `from <= at < to`. Parts are let go as they are done.
     * @param dropped bits of the hash that do not count: terms that differ in them alone are one
     */
    eachTerm(
      place: Uint32Array,
      dropped: number,
      visit: (term: number, titles: (at: number) => number, from: number, to: number) => void,
    ): void {
      for (let n = 0; n < PARTS; n++) {
        const sorted = sortedPairs(parts[n]!, place, dropped);
        parts[n] = { high: new Uint32Array(0), low: new Uint16Array(0), length: 0 };
        const titles = (at: number): number => sorted[at]! % PLACE_FACTOR;
        let from = 0;
        while (from < sorted.length) {
          const rest = Math.floor(sorted[from]! / PLACE_FACTOR);
          let to = from + 1;
          while (to < sorted.length && Math.floor(sorted[to]! / PLACE_FACTOR) === rest) to++;
          visit(((n << (24 - dropped)) | rest) >>> 0, titles, from, to);
          from = to;
        }
      }
    },
  };
}

/** Hash and title in one number of 48 bits, which a double holds exactly. */
function sortedPairs({ high, low, length }: Part, place: Uint32Array, dropped: number): Float64Array {
  const pairs = new Float64Array(length);
  for (let n = 0; n < length; n++) {
    const title = ((high[n]! & 0xff) << 16) | low[n]!;
    pairs[n] = (high[n]! >>> (8 + dropped)) * PLACE_FACTOR + place[title]!;
  }
  pairs.sort();
  return dropped === 0 ? pairs : withoutRepeats(pairs);
}

/** A title that has two of the terms that are now one. */
function withoutRepeats(sorted: Float64Array): Float64Array {
  let length = 0;
  for (const pair of sorted) if (length === 0 || sorted[length - 1] !== pair) sorted[length++] = pair;
  return sorted.subarray(0, length);
}

function grow(part: Part): void {
  const size = part.high.length + (part.high.length >> 1);
  const high = new Uint32Array(size);
  const low = new Uint16Array(size);
  high.set(part.high);
  low.set(part.low);
  part.high = high;
  part.low = low;
}
