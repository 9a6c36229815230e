type Lists = Record<string, object[]>;

/**
 * The lists as far as they fit into so many bytes of the answer: the longest loses its last rows first. `cut`
 * names what is missing, as rows given and rows there were.
 */
export const fitting = (
  lists: Lists,
  bytes: number,
): { kept: Lists; cut: Record<string, { given: number; of: number }> } => {
  const kept: Lists = { ...lists };
  const sizes = Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, sizeOf(rows)]));
  let size = Object.values(sizes).reduce((sum, each) => sum + each, 0);
  while (size > bytes) {
    const [longest] = Object.entries(sizes).sort(([, a], [, b]) => b - a)[0] ?? [];
    const rows = longest === undefined ? undefined : kept[longest];
    if (longest === undefined || !rows?.length) break;
    kept[longest] = rows.slice(0, Math.floor(rows.length * 0.8));
    const now = sizeOf(kept[longest]);
    size += now - (sizes[longest] ?? 0);
    sizes[longest] = now;
  }
  const cut = Object.entries(lists).flatMap(([name, rows]) => {
    const given = kept[name]?.length ?? 0;
    return given < rows.length ? [[name, { given, of: rows.length }] as const] : [];
  });
  return { kept, cut: Object.fromEntries(cut) };
};

/** As it travels: indented for people to read, and then as a text within the JSON of the answer. */
export const sizeOf = (rows: object): number =>
  Buffer.byteLength(JSON.stringify(JSON.stringify({ rows }, null, 1)));
