import table from '../../tables/simplified.json';

/** Traditional or variant character → simplified character. */
export const simplified: ReadonlyMap<string, string> = new Map(
  [...table.characters].map((character, at): [string, string] => [character, table.simplified[at]!]),
);
