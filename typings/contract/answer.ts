import type { Refusal } from './refusals';

/**
 * What a client sends to a door. Every action that writes needs `requestId`; a repeat with the same id
 * changes nothing.
 */
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
