/**
 * Titles kept of one term, the most borrowed first. A query reads no further, so what would follow is not
 * stored; the number of all is, for the weight of the term. Part of the format.
 */
export const POSTINGS_KEPT = 6000;
