/** A calendar day where the library stands (UTC+8), `2026-11-22`. */
export type LocalDate = string;

/** A moment in UTC, ISO 8601 with milliseconds, `2026-11-22T04:00:00.000Z`. Text order is time order. */
export type Instant = string;

export type Empty = Record<string, never>;
