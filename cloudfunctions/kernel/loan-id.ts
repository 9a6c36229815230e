/** A loan is named after its copy, so that the name alone leads to the one document that holds it. */
export const loanIdOf = (barcode: string, unique: string): string => `${barcode}:${unique}`;

/** "" when the text is no name of a loan. */
export const barcodeOfLoan = (loanId: string): string =>
  loanId.slice(0, Math.max(0, loanId.lastIndexOf(':')));
