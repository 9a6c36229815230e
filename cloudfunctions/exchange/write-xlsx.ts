import { strToU8, zipSync } from 'fflate';

interface Sheet {
  name: string;
  /** The first row is the heading. null: an empty cell, which is not nought. */
  rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A workbook as Excel, WPS and WeChat's own reader open it: one sheet after the other, texts within the
 * cells, the first row in bold. Zip by fflate.
 */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, id: at + 1 }));
  const files = {
    '[Content_Types].xml': TYPES(numbered),
    '_rels/.rels': rels([['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(numbered),
    'xl/_rels/workbook.xml.rels': rels([
      ...numbered.map(({ id }) => [`rId${id}`, `${OFFICE}/worksheet`, `worksheets/sheet${id}.xml`] as const),
      [`rId${numbered.length + 1}`, `${OFFICE}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(numbered.map(({ id, rows }) => [`xl/worksheets/sheet${id}.xml`, sheetOf(rows)])),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(HEAD + text)])),
    // The same numbers make the same file.
    { mtime: new Date(1980, 0, 1) },
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const TYPES = (sheets: readonly { id: number }[]): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>${sheets
    .map(
      ({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${SHEET}.worksheet+xml"/>`,
    )
    .join('')}</Types>`;

const rels = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbook = (sheets: readonly { id: number; name: string }[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(({ id, name }) => `<sheet name="${escaped(nameOf(name))}" sheetId="${id}" r:id="rId${id}"/>`)
    .join('')}</sheets></workbook>`;

/** Excel takes up to 31 characters, and none of these. */
const nameOf = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

const sheetOf = (rows: Sheet['rows']): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => cellOf(cell, row, at)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

const cellOf = (cell: string | number | null, row: number, at: number): string => {
  if (cell === null) return '';
  const place = `r="${columnOf(at)}${row + 1}"${row === 0 ? ' s="1"' : ''}`;
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
};

/** "A", "Z", "AA". */
const columnOf = (at: number): string =>
  (at >= 26 ? columnOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Without what XML cannot hold. */
const escaped = (text: string): string =>
  [...text]
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .map((letter) => ENTITIES[letter] ?? letter)
    .join('');
