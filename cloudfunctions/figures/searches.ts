/** Counted in place of a text: a search that found nothing. */
export const NOTHING_FOUND = '';

/** Where searches without a result of a month are counted. */
export const nothingFoundIn = (month: string): string => `${month}!`;
