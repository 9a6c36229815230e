import type { Instant } from './shapes';

/**
 * What the desk takes as a reader's card: the code on their phone alone; that, or the number with the day of
 * birth; the number alone.
 */
type DeskAccepts = 'code' | 'number_and_birth_day' | 'number';

/** What the library has decided about who may act, and by what. */
export interface SafetyRules {
  deskAccepts: DeskAccepts;
  /** Before acts that touch money, roles or rules staff type their desk PIN; good for so many minutes. */
  asksAgain: { on: boolean; minutes: number };
  /** The keys that sign are replaced after so many days. */
  keyDays: number;
}

export interface KeyRow {
  keyId: string;
  /** "" of the first one, which was made with the library. */
  from: Instant | '';
  /** `coming`: known to every function, and signs soon. `former`: what it signed is still good. */
  state: 'coming' | 'current' | 'former';
}

export interface SafetyApi {
  'safety.show'(input: Record<string, never>): SafetyRules & { keys: KeyRow[] };
  'safety.save'(input: SafetyRules): SafetyRules;
  /** Another key at once; codes that are in use stay good until they end. */
  'safety.rotateKeys'(input: Record<string, never>): { keys: KeyRow[] };
}
