import type { EventKind, EventLife } from '../../typings/contract/events';

export const KINDS = [
  'talk',
  'salon',
  'festival',
  'training',
  'reading_aloud',
  'contest',
  'quiz',
  'challenge',
  'drifting',
  'donation',
  'exhibition',
] as const satisfies EventKind[];

/** Held on the phone: of these any number stand in one place at once. */
export const needsRoom = (kind: EventKind): boolean => kind !== 'quiz' && kind !== 'challenge';

/** What has a life of its own, and nothing of an event's; off until the library has it. */
export const LIVES = ['contest', 'reading_aloud', 'drifting', 'donation'] as const satisfies EventLife[];

/** What is no hour at a place any more; an event that was made as one is shown as before. */
const NO_SEATS: readonly EventKind[] = ['contest', 'drifting', 'donation'];

/** Kinds that an event can be made of. */
export const SEATED: readonly EventKind[] = KINDS.filter((kind) => !NO_SEATS.includes(kind));
