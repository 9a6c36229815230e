/** A line of CSV, with quotes where they are needed; ends as Excel likes it. */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',') + '\r\n';

const csvCell = (text: string): string => quoted(withoutFormula(text));

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * What a spreadsheet would take for a formula, or for text that was kept from being one; a number is
 * neither.
 */
const FORMULA = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** An apostrophe before it: a spreadsheet shows the text and reckons nothing. */
const withoutFormula = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;

/** A cell as it was before it was written. */
export const cellAsWritten = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
