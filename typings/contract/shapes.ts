/** A calendar day where the library stands (UTC+8), `2026-11-22`. */
export type LocalDate = string;

/** A moment in UTC, ISO 8601 with milliseconds, `2026-11-22T04:00:00.000Z`. Text order is time order. */
export type Instant = string;

/** One page of a list; `next` is absent on the last page and goes back as `after` unchanged. */
export interface Page<T> {
  list: T[];
  next?: string;
}

export type Empty = Record<string, never>;
