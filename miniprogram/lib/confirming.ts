import type { Refusal } from '../../typings/contract';

/** Asks who is at the phone; true once the library has believed it. */
type Asker = (pinSet: boolean) => Promise<boolean>;

/** Of the page on top, where it has one: a sheet below another page would be seen by nobody. */
let onTop: Asker | undefined;

export function asksBy(asker: Asker): void {
  onTop = asker;
}

export function asksNoMore(asker: Asker): void {
  if (onTop === asker) onTop = undefined;
}

/**
 * Whether what was refused may be sent once more: the library wanted to know who is there, and has been told.
 */
export async function confirmedAgain(refusals: Refusal[]): Promise<boolean> {
  const [only, ...others] = refusals;
  if (only?.code !== 'confirm_again' || others.length > 0 || !onTop) return false;
  return onTop(only.pinSet);
}
