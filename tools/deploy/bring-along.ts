import { NOTHING_YET } from '../../cloudfunctions/community/event-terms';
import { placesToken } from '../../cloudfunctions/community/registration-id';
import type { HeldPlaces } from '../../cloudfunctions/documents';
import type { CloudDocument } from './cloud-database';

/** Documents that an earlier version wrote, and what they lack by now. */
interface Change {
  collection: 'events' | 'registrations' | 'lectures';
  id: string;
  fields: Record<string, unknown>;
}

interface Stored {
  events: CloudDocument[];
  registrations: CloudDocument[];
  lectures: CloudDocument[];
}

/**
 * Events of 0.3.0 counted who registered and did not say who holds their places. Done again it changes
 * nothing; cut off in between it goes on: places are held before the registration is written.
 */
export const broughtAlong = ({ events, registrations, lectures }: Stored, now: string): Change[] => [
  ...events.flatMap((event) => ofEvent(event, registrations, now)),
  ...lectures.flatMap((lecture) => ofLecture(lecture, events)),
];

const ofEvent = (event: CloudDocument, all: CloudDocument[], now: string): Change[] => {
  const own = all.filter(({ eventId, token }) => eventId === event._id && token === undefined);
  const before = heldIn(event);
  const added = own
    .filter(
      ({ status, readerId }) => status === 'registered' && !before.some((held) => held.readerId === readerId),
    )
    .map(({ readerId, at, _id }) => ({
      readerId: String(readerId),
      places: 1,
      token: placesToken(String(at), `old-${_id}`),
    }));
  const held = [...before, ...added];
  const fields = { ...lacking(event, NOTHING_YET), ...firstTime(event, now), ...counted(event, held, added) };
  return [
    ...(Object.keys(fields).length > 0 ? [{ collection: 'events' as const, id: event._id, fields }] : []),
    ...own.map((registration) => ofRegistration(registration, event, held)),
  ];
};

const heldIn = ({ held }: CloudDocument): HeldPlaces[] => (Array.isArray(held) ? (held as HeldPlaces[]) : []);

const lacking = (document: CloudDocument, known: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(known).filter(([name]) => !(name in document)));

/** What is over is written down by the timer; a recap that was there stays. */
const firstTime = (event: CloudDocument, now: string): Record<string, unknown> =>
  'terms' in event
    ? {}
    : {
        ...(String(event['endsAt']) <= now && { state: 'closed', nextAt: now }),
        ...(event['lectureId'] !== null && { recapFrom: event['endsAt'] }),
      };

const counted = (event: CloudDocument, held: HeldPlaces[], added: HeldPlaces[]): Record<string, unknown> => {
  if ('free' in event && added.length === 0) return {};
  const registered = held.reduce((sum, { places }) => sum + places, 0);
  return {
    held,
    registered,
    free: Math.max(0, Number(event['quota']) - Number(event['door'] ?? 0) - registered),
  };
};

const ofRegistration = (own: CloudDocument, event: CloudDocument, held: HeldPlaces[]): Change => ({
  collection: 'registrations',
  id: own._id,
  fields: {
    endsAt: event['endsAt'],
    order: `${String(own['at'])}_${own._id.slice(-8)}`,
    ...{
      places: 1,
      guests: [],
      answers: {},
      offerEndsAt: null,
      changed: false,
      came: false,
      checkedIn: null,
    },
    token: held.find(({ readerId }) => readerId === own['readerId'])?.token ?? '',
  },
});

const ofLecture = (lecture: CloudDocument, events: CloudDocument[]): Change[] => {
  const event = events.find(({ lectureId }) => lectureId === lecture._id);
  const replay = lecture['replay'] as { source: string };
  const fields = {
    ...lacking(lecture, { quiz: [], lines: 0, eventId: event?._id ?? null, publishAt: lecture['heldAt'] }),
    ...(replay.source === 'channel' &&
      !('feedId' in replay) && { replay: { finderUserName: '', feedId: '', ...replay } }),
  };
  return Object.keys(fields).length > 0 ? [{ collection: 'lectures', id: lecture._id, fields }] : [];
};
