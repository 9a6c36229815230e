import type { CloudDocument } from './cloud-database';
import { broughtAlong } from './bring-along';

const NOW = '2026-11-29T02:00:00.000Z';
const event = (more: Partial<CloudDocument> = {}): CloudDocument => ({
  ...{ _id: 'e1', title: '讲座', startsAt: '2026-12-01T02:00:00.000Z', endsAt: '2026-12-01T04:00:00.000Z' },
  ...{ quota: 3, registered: 2, cancelled: false, lectureId: null },
  ...more,
});
const registration = (readerId: string, status = 'registered'): CloudDocument => ({
  ...{ _id: `e1_${readerId}`, eventId: 'e1', readerId, status },
  ...{ startsAt: '2026-12-01T02:00:00.000Z', at: '2026-11-20T02:00:00.000Z' },
});
const lecture: CloudDocument = {
  ...{ _id: 'l1', title: '认树', heldAt: '2026-11-13T11:00:00.000Z' },
  replay: { source: 'channel', feedToken: 'tok' },
};

const done = (stored: Parameters<typeof broughtAlong>[0]) => {
  const changes = broughtAlong(stored, NOW);
  const of = (collection: string, documents: CloudDocument[]) =>
    documents.map((document) => ({
      ...document,
      ...changes.find((change) => change.collection === collection && change.id === document._id)?.fields,
    }));
  return {
    events: of('events', stored.events),
    registrations: of('registrations', stored.registrations),
    lectures: of('lectures', stored.lectures),
  };
};

it('who registered holds a place, and what is left is free', () => {
  const stored = {
    events: [event()],
    registrations: [registration('a'), registration('b'), registration('c', 'cancelled')],
    lectures: [],
  };
  const { events, registrations } = done(stored);
  expect(events[0]).toMatchObject({ free: 1, registered: 2, state: 'published', recapFrom: null });
  const held = events[0]?.['held'] as { readerId: string; token: string }[];
  expect(held.map(({ readerId }) => readerId)).toEqual(['a', 'b']);
  expect(registrations.map(({ token }) => token)).toEqual([held[0]?.token, held[1]?.token, '']);
});

it('done again it changes nothing, and cut off after the event it goes on with the registrations', () => {
  const stored = { events: [event()], registrations: [registration('a')], lectures: [lecture] };
  const after = done(stored);
  expect(broughtAlong(after, NOW)).toEqual([]);
  const cut = { ...stored, events: after.events, lectures: after.lectures };
  expect(broughtAlong(cut, NOW).map(({ collection }) => collection)).toEqual(['registrations']);
  expect(done(cut)).toEqual(after);
});

it('what registered meanwhile is counted too', () => {
  const after = done({ events: [event()], registrations: [registration('a')], lectures: [] });
  const { events } = done({ ...after, registrations: [...after.registrations, registration('b')] });
  expect(events[0]).toMatchObject({ registered: 2, free: 1 });
});

it('an event that is over is left to the timer, and a recap that was there stays', () => {
  const over = event({ endsAt: '2026-11-13T13:00:00.000Z', lectureId: 'l1' });
  const { events, lectures } = done({ events: [over], registrations: [], lectures: [lecture] });
  expect(events[0]).toMatchObject({ state: 'closed', nextAt: NOW, recapFrom: over['endsAt'] });
  expect(lectures[0]).toMatchObject({
    ...{ quiz: [], lines: 0, eventId: 'e1', publishAt: lecture['heldAt'] },
    replay: { source: 'channel', finderUserName: '', feedId: '', feedToken: 'tok' },
  });
});
