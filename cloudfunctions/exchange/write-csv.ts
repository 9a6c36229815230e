/** A line of CSV, with quotes where they are needed; ends as Excel likes it. */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',') + '\r\n';

const csvCell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
