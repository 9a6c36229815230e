import type { Doors, Feature } from '../../typings/contract';

type DoorName = Doors[Feature];

/**
 * Every feature at the door of its contract: one that is forgotten, or that stands at another's door, does
 * not compile.
 */
const DOORS = {
  home: 'reader',
  catalogue: 'reader',
  branches: 'reader',
  loans: 'reader',
  holds: 'reader',
  account: 'reader',
  events: 'reader',
  quizzes: 'reader',
  challenges: 'reader',
  medals: 'reader',
  lectures: 'reader',
  works: 'reader',
  drifting: 'reader',
  donations: 'reader',
  wishes: 'reader',
  lists: 'reader',
  recommendations: 'reader',
  resources: 'reader',
  reviews: 'reader',
  satisfaction: 'reader',
  talks: 'reader',
  media: 'reader',
  deliveries: 'reader',
  profiles: 'reader',
  notices: 'reader',
  desk: 'staff',
  eventDesk: 'staff',
  quizDesk: 'staff',
  challengeDesk: 'staff',
  lectureDesk: 'staff',
  workDesk: 'staff',
  judging: 'staff',
  driftDesk: 'staff',
  donationDesk: 'staff',
  wishDesk: 'staff',
  fees: 'staff',
  imports: 'staff',
  rules: 'staff',
  safety: 'staff',
  stocktake: 'staff',
  cataloguing: 'staff',
  listDesk: 'staff',
  interestDesk: 'staff',
  resourceDesk: 'staff',
  answerDesk: 'staff',
  reviewDesk: 'staff',
  talkDesk: 'staff',
  mediaDesk: 'staff',
  deliveryDesk: 'staff',
  caseDesk: 'staff',
  surveyDesk: 'staff',
  figureDesk: 'staff',
  profileDesk: 'staff',
  announcementDesk: 'staff',
  articleDesk: 'staff',
  articles: 'reader',
  search: 'finder',
  answers: 'finder',
} satisfies Doors;

/** A map, and not the object itself: that knows names of its own, "constructor" for one. */
const doors: ReadonlyMap<string, DoorName> = new Map(Object.entries<DoorName>(DOORS));

/** Which door answers an action. What nobody knows goes to the readers' door, which says so. */
export const doorOf = (action: string): DoorName => doors.get(action.split('.')[0] ?? '') ?? 'reader';
