/** Seconds of one recording in a talk; the library takes no longer one. */
export const LONGEST_VOICE = 60;
