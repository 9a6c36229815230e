import type { Doors, Feature } from '../../typings/contract';

type DoorName = Doors[Feature];

/**
 * Every feature at the door of its contract: one that is forgotten, or that stands at another's door, does
 * not compile.
 */
const DOORS = {
  home: 'reader',
  catalogue: 'reader',
  loans: 'reader',
  holds: 'reader',
  account: 'reader',
  events: 'reader',
  lectures: 'reader',
  lists: 'reader',
  resources: 'reader',
  answers: 'reader',
  reviews: 'reader',
  talks: 'reader',
  notices: 'reader',
  desk: 'staff',
  fees: 'staff',
  imports: 'staff',
  rules: 'staff',
  safety: 'staff',
  stocktake: 'staff',
  cataloguing: 'staff',
  listDesk: 'staff',
  resourceDesk: 'staff',
  answerDesk: 'staff',
  reviewDesk: 'staff',
  talkDesk: 'staff',
  search: 'finder',
} satisfies Doors;

/** A map, and not the object itself: that knows names of its own, "constructor" for one. */
const doors: ReadonlyMap<string, DoorName> = new Map(Object.entries<DoorName>(DOORS));

/** Which door answers an action. What nobody knows goes to the readers' door, which says so. */
export const doorOf = (action: string): DoorName => doors.get(action.split('.')[0] ?? '') ?? 'reader';
