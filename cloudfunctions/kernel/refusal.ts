import type { Refusal } from '../../typings/contract/refusals';

/** What an operation decides: a value, or every reason at once why not. */
export type Decision<T> = { value: T } | { refusals: Refusal[] };

export const done = <T>(value: T): Decision<T> => ({ value });
export const refuse = (...refusals: Refusal[]): { refusals: Refusal[] } => ({ refusals });
export const isRefused = <T extends object>(
  outcome: T | { refusals: Refusal[] },
): outcome is { refusals: Refusal[] } => 'refusals' in outcome;
