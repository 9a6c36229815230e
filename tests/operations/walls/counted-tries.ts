import type { Action } from '../../../typings/contract';

/** A refusal of these leaves what it is meant to leave: that somebody tried. */
export const WRITES_WHEN_REFUSED: readonly Action[] = [
  'account.link',
  'account.linkAnother',
  'account.setPassword',
  'account.apply',
  'account.askGuardian',
  'safety.setPin',
  'safety.confirm',
  'safety.shutOut',
  'desk.reader',
];
