import type { Refusal } from './refusals';

/** A calendar day where the library stands (UTC+8), `2026-11-22`. */
export type LocalDate = string;
/** A moment in UTC, ISO 8601 with milliseconds, `2026-11-22T04:00:00.000Z`. Text order is time order. */
export type Instant = string;

/** What a client sends to a door. Every action that writes needs `requestId`; a repeat with the same id changes nothing. */
export interface Request<A extends string = string> {
  action: A;
  input: unknown;
  requestId?: string;
}

export interface InvalidField {
  /** Where in the input, `input.pickUpBranchId`. */
  path: string;
  message: string;
}

/** What a door answers. Only `value` differs by action. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; refusals: Refusal[] }
  | { ok: false; invalid: InvalidField[] }
  | { ok: false; failure: { requestId: string } };

/** One page of a list; `next` is absent on the last page and goes back as `after` unchanged. */
export interface Page<T> {
  list: T[];
  next?: string;
}

export type Empty = Record<string, never>;
