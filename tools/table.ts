/** Rows as plain text in columns: names to the left, figures to the right. */
export function table(heads: string[], rows: (string | number)[][]): string {
  const lines = [heads, ...rows.map((row) => row.map(String))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  const isFigure = (cell: string): boolean => /^[\d.<≤×%-]+$/.test(cell);
  const format = (line: string[]): string =>
    line
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
        return isFigure(cell) || (line === heads && isFigure(String(rows[0]?.[column] ?? '')))
          ? space + cell
          : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [format(heads), ...lines.slice(1).map(format)].join('\n');
}

/** Chinese characters take two columns of a terminal. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
