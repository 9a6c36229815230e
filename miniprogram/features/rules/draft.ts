import type { PolicyRow } from '../../../typings/contract';

/** A row that is being changed and not saved yet, on its way from its page to the try-it panel. */
let row: PolicyRow | undefined;

export function keepDraft(changed: PolicyRow): void {
  row = changed;
}

export function keptDraft(): PolicyRow | undefined {
  return row;
}

export function dropDraft(): void {
  row = undefined;
}
