import qrcode from 'qrcode-generator';

/** A QR code as an SVG data URI, black on white with the quiet zone that readers need. */
export function qrImage(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const quiet = 3;
  const path = rows(size, (row, column) => code.isDark(row, column))
    .map(({ row, from, length }) => `M${from + quiet} ${row + quiet}h${length}v1h-${length}z`)
    .join('');
  const side = size + 2 * quiet;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** Dark modules joined to runs: a tenth of the bytes of one square each. */
function rows(size: number, dark: (row: number, column: number) => boolean) {
  const runs: { row: number; from: number; length: number }[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!dark(row, column)) continue;
      const last = runs[runs.length - 1];
      if (last && last.row === row && last.from + last.length === column) last.length++;
      else runs.push({ row, from: column, length: 1 });
    }
  }
  return runs;
}
