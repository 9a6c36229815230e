import type { Instant } from './shapes';

/**
 * What the desk takes as a reader's card: the code on their phone alone; that, or the number with the day of
 * birth; the number alone.
 */
export type DeskAccepts = 'code' | 'number_and_birth_day' | 'number';

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

interface Confirmed {
  until: Instant;
}

export interface SafetyApi {
  'safety.show'(input: Record<string, never>): SafetyRules & { keys: KeyRow[] };
  'safety.save'(input: SafetyRules): SafetyRules;
  /** Another key at once; codes that are in use stay good until they end. */
  'safety.rotateKeys'(input: Record<string, never>): { keys: KeyRow[] };

  /** One's own PIN, and the colleagues whose lost phone one can report. */
  'safety.mine'(input: Record<string, never>): {
    pinSetAt?: Instant;
    colleagues: { memberId: string; name: string; branchName: string }[];
  };
  /** A PIN that was set before is asked for. Who sets one has confirmed with it. */
  'safety.setPin'(input: { pin: string; oldPin?: string }): Confirmed;
  /** Says who is at the phone: sensitive acts go on for some minutes. */
  'safety.confirm'(input: { pin: string }): Confirmed;
  /** A colleague forgot theirs and sets another one. */
  'safety.clearPin'(input: { staffId: string }): { staffId: string };
  /**
   * A colleague's phone is lost: its WeChat is out from the next call on. With the colleague's own PIN
   * anybody of the staff may, without it a manager. A director opens it again.
   */
  'safety.shutOut'(input: { memberId: string; pin?: string }): { name: string };
}
