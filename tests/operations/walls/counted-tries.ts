import type { Action } from '../../../typings/contract';
import type { Everything } from '../library';

/** What may stay of a call that was refused: that somebody tried. Of a card and a PIN these fields alone. */
type Counted = 'linkTries' | 'cards' | 'staffPins' | 'recordLooks';
const FIELDS_OF: Partial<Record<Counted, readonly string[]>> = {
  cards: ['wrongTries', 'lockedUntil'],
  staffPins: ['wrongTries', 'lockedUntil'],
};

/** A refusal of these leaves what it is meant to leave, and nothing else. */
const LEFT_BY_REFUSALS: Partial<Record<Action, readonly Counted[]>> = {
  'account.link': ['linkTries', 'cards'],
  'account.linkAnother': ['linkTries', 'cards'],
  'account.setPassword': ['linkTries', 'cards'],
  'account.apply': ['linkTries'],
  'account.askGuardian': ['linkTries'],
  'safety.setPin': ['staffPins'],
  'safety.confirm': ['staffPins'],
  'safety.shutOut': ['staffPins'],
  // That staff looked, or tried to, is a reader's to know.
  'desk.reader': ['recordLooks', 'cards'],
};

/** The whole database but for what a refusal of this action may leave. */
export const withoutCounts = (everything: Everything, action: Action): object => {
  const counted = LEFT_BY_REFUSALS[action] ?? [];
  const isCounted = (name: string): name is Counted => counted.some((each) => each === name);
  return Object.fromEntries(
    Object.entries(everything).map(([name, documents]) => {
      if (!isCounted(name)) return [name, documents];
      const fields = FIELDS_OF[name];
      return [name, fields ? documents.map((document) => without(document, fields)) : []];
    }),
  );
};

const without = (document: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(document).filter(([field]) => !fields.includes(field)));
