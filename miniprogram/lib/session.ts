import type { Home, LocalDate, Me, Reader } from '../../typings/contract';
import { ask, type Outcome } from './call';
import { addDays, daysBetween, localDateOf } from './dates';
import { forgetKept, keep, kept } from './keep';
import { forgetPhoneTaste } from './phone-taste';
import { forgetSearches } from './recent-searches';

/** Who is holding the phone, as the library last said; and which day it is at the library. */
const ME = 'account.me';
let daysAhead = 0;

/** The last known answer, at once; undefined before the first. */
export function knownMe(): Me | undefined {
  return kept<Me>(ME)?.value;
}

export function noteMe(me: Me): void {
  keep(ME, me);
}

/** A change of the acting reader that an operation answered with. */
export function noteReader(reader: Reader): void {
  const me = knownMe();
  if (me) noteMe({ ...me, reader });
}

/** Home's one answer tells both. A phone whose clock is wrong still shows the library's day. */
export function noteHome(home: Home): void {
  noteMe(home.me);
  daysAhead = daysBetween(localDateOf(Date.now()), home.today);
}

export async function askMe(): Promise<Outcome<Me>> {
  const outcome = await ask('account.me', {});
  if (outcome.kind === 'value') noteMe(outcome.value);
  return outcome;
}

/** Who holds the phone: as last known, else as the library says; undefined without either. */
export async function knownOrAskedMe(): Promise<Me | undefined> {
  const known = knownMe();
  if (known) return known;
  const outcome = await askMe();
  return outcome.kind === 'value' ? outcome.value : undefined;
}

export function libraryToday(): LocalDate {
  return addDays(localDateOf(Date.now()), daysAhead);
}

/** After log-out or linking another card nothing of the former reader stays on the phone. */
export function forgetReader(): void {
  forgetKept();
  forgetSearches();
  forgetPhoneTaste();
}
