/** A calendar day where the library stands (UTC+8), `2026-11-22`. */
export type LocalDate = string;

/** A moment in UTC, ISO 8601 with milliseconds, `2026-11-22T04:00:00.000Z`. Text order is time order. */
export type Instant = string;

export type Empty = Record<string, never>;

/*
 * What tells of a reader. Texts all, but an answer's type says with these names what it may show of whom;
 * who may read which is read from there (docs/matrix.md), and every call is held against it.
 */

/** Of a reader or who came with them. */
export type ReaderName = string;
export type CardNumber = string;
export type PhoneNumber = string;
export type BirthDate = LocalDate;
/** Words of the library that may name a card: "办证 30100000001". */
export type WordsWithCard = string;

/** A table that holds names of readers. */
export type TableWithNames = string;
