import { setClockOffset } from './clock';
import { complain, textOf, warn } from './complaints';
import { identities } from './identities';
import { askedIdentity, settleIdentity, type Identity } from './settings';

/** Asks the local cloud what time it is. */
export async function readClock(): Promise<void> {
  const answer = await ask<{ offsetMs: number }>('/dev/clock');
  if (answer) setClockOffset(answer.offsetMs);
}

/** Asks the local cloud whom the demo library knows, and settles who sits before the phone. */
export async function readIdentities(): Promise<void> {
  const answer = await ask<Identity[] | { identities: Identity[] }>('/dev/identities');
  identities.push(...(Array.isArray(answer) ? answer : (answer?.identities ?? [])));
  if (!settleIdentity(identities)) complain(`nobody in the demo library is called "${askedIdentity ?? ''}"`);
}

async function ask<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path);
    if (response.ok) return (await response.json()) as T;
    warn(`${path} answered HTTP ${response.status}: is the local cloud running?`);
  } catch (thrown) {
    warn(`${path}: ${textOf(thrown)}`);
  }
  return null;
}
