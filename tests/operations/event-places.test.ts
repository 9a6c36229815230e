import { aReader } from '../builders/documents';
import { inconsistencies } from '../../demo/consistency';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Places of an event under a rush, and the list of those who wait, through the real functions. */

jest.setTimeout(240_000);

const CROWD = 60;
const NAMES = Array.from({ length: CROWD }, (_, n) => `crowd-${n}`);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
beforeEach(async () => {
  await library.startOver();
  await library.cloud.db.upsert('readers', [
    ...NAMES.map((name, n) => ({
      ...aReader({ _id: `reader-${name}`, name, cardNumber: `4010000${1000 + n}`, openid: `o-${name}` }),
    })),
  ]);
  await library.cloud.db.upsert(
    'cards',
    NAMES.map((name, n) => ({
      _id: `4010000${1000 + n}`,
      readerId: `reader-${name}`,
      password: '',
      wrongTries: 0,
      lockedUntil: null,
      status: 'active',
    })),
  );
  await library.cloud.db.upsert(
    'identities',
    NAMES.map((name) => ({
      _id: `o-${name}`,
      readerId: `reader-${name}`,
      readerIds: [`reader-${name}`],
      linkedAt: '',
    })),
  );
});
afterEach(async () => {
  expect(inconsistencies(await library.everything())).toEqual([]);
});
afterAll(() => library?.close());

const talk = async () =>
  (await library.document('events', 'talk')) as NonNullable<
    Awaited<ReturnType<typeof library.document<'events'>>>
  >;
const change = async (changes: object) =>
  library.cloud.db.upsert('events', [{ ...(await talk()), ...changes }]);
const waitingList =
  (waiting: 'offer' | 'at_once', terms: object = {}) =>
  async (quota: number) =>
    change({ quota, free: quota, terms: { ...(await talk()).terms, waiting, ...terms } });
const own = (who: string) => library.document('registrations', `talk_reader-${who}`);
const register = (who: string, places = 1) =>
  library.get(who, 'events.register', { eventId: 'talk', places });
const settle = () => library.cloud.timer('jobs');

it('gives each of twenty places to one of sixty readers who tap at once; the others wait in an order', async () => {
  await waitingList('offer')(20);
  const pages: Awaited<ReturnType<typeof register>>[] = [];
  // As many at once as the platform runs of one function.
  for (let n = 0; n < CROWD; n += 20)
    pages.push(...(await Promise.all(NAMES.slice(n, n + 20).map((who) => register(who)))));
  const states = pages.map(({ registration }) => registration);
  expect(states.filter((state) => state === 'registered')).toHaveLength(20);
  expect(states.filter((state) => state === 'waiting')).toHaveLength(40);
  const { held, free, registered } = await talk();
  expect({ held: held.length, free, registered }).toEqual({ held: 20, free: 0, registered: 20 });
  const waiting = await library.documents('registrations', { status: 'waiting' });
  expect(new Set(waiting.map(({ order }) => order)).size).toBe(40);
});

it('never splits a family, passes it over while too few places are free, and keeps its place', async () => {
  await waitingList('at_once', { party: 4 })(4);
  await register('an', 2);
  await register('bai', 2);
  await register('chen', 3);
  await register('ding', 1);
  expect((await own('chen'))?.status).toBe('waiting');
  await library.get('an', 'events.cancel', { eventId: 'talk' });
  // Two came back: the family of three is passed over, the one behind it has a place, one more is anybody's.
  expect(await own('ding')).toMatchObject({ status: 'registered', places: 1 });
  expect((await own('chen'))?.status).toBe('waiting');
  expect(await talk()).toMatchObject({ free: 1, registered: 3 });
  await library.get('bai', 'events.cancel', { eventId: 'talk' });
  expect(await own('chen')).toMatchObject({ status: 'registered', places: 3 });
  expect(await talk()).toMatchObject({ free: 0, registered: 4 });
});

it('offers a place that came back, holds it, and passes it on when it is declined or not answered', async () => {
  await waitingList('offer')(1);
  for (const who of ['an', 'bai', 'chen', 'ding']) await register(who);
  await library.get('an', 'events.cancel', { eventId: 'talk' });
  const offer = await own('bai');
  expect(offer?.status).toBe('offered');
  expect(await talk()).toMatchObject({ free: 0, registered: 1 });
  await library.get('bai', 'events.cancel', { eventId: 'talk' });
  const second = await own('chen');
  expect(second?.status).toBe('offered');
  await library.cloud.clock.move({ set: second?.offerEndsAt ?? '' });
  expect(await library.refused('chen', 'events.confirm', { eventId: 'talk' })).toEqual(['offer_over']);
  await Promise.all([settle(), settle()]);
  expect((await own('chen'))?.status).toBe('expired');
  await library.get('ding', 'events.confirm', { eventId: 'talk' });
  expect(await own('ding')).toMatchObject({ status: 'registered' });
  const told = await library.documents('notices', { topic: 'event' });
  expect(told.map(({ readerId }) => readerId).sort()).toEqual([
    'reader-bai',
    'reader-chen',
    'reader-chen',
    'reader-ding',
  ]);
});

it('an offer is taken in the moment in which it runs out: one of the two, never both', async () => {
  await waitingList('offer')(1);
  for (const who of ['an', 'bai']) await register(who);
  await library.get('an', 'events.cancel', { eventId: 'talk' });
  const end = Date.parse((await own('bai'))?.offerEndsAt ?? '');
  await library.cloud.clock.move({ set: new Date(end - 20).toISOString() });
  const [answer] = await Promise.all([library.ask('bai', 'events.confirm', { eventId: 'talk' }), settle()]);
  expect((await own('bai'))?.status === 'registered').toBe(answer.ok);
  await settle();
});

it('places of a call that was cut off come back to who waits', async () => {
  await waitingList('at_once')(1);
  const { held, ...others } = await talk();
  const lost = {
    readerId: 'reader-an',
    places: 1,
    token: `${new Date(library.cloud.clock.now()).toISOString()}~lost`,
  };
  await change({
    ...others,
    held: [...held, lost],
    free: 0,
    registered: 1,
    nextAt: '2026-11-22T02:00:00.000Z',
  });
  await register('bai');
  expect((await own('bai'))?.status).toBe('waiting');
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  await settle();
  expect((await own('bai'))?.status).toBe('registered');
});

it('whose call was cut off before the answer finds the place theirs when they tap again', async () => {
  await waitingList('at_once')(1);
  const lost = {
    readerId: 'reader-an',
    places: 1,
    token: `${new Date(library.cloud.clock.now()).toISOString()}~lost`,
  };
  await change({ held: [lost], free: 0, registered: 1, nextAt: '2026-11-22T02:00:00.000Z' });
  expect((await register('an')).registration).toBe('registered');
});

it('one reader on two phones has one registration', async () => {
  await waitingList('offer')(3);
  await Promise.all([1, 2, 3].map(() => library.ask('an', 'events.register', { eventId: 'talk' })));
  expect((await own('an'))?.status).toBe('registered');
  expect((await talk()).held).toHaveLength(1);
});

it('the list ends at its last call: each who stands in it is told once, then places are anybody’s', async () => {
  await waitingList('offer')(1);
  for (const who of ['an', 'bai', 'chen']) await register(who);
  await library.cloud.clock.move({ set: '2026-11-28T04:00:00.000Z' });
  await Promise.all([settle(), settle()]);
  expect((await own('bai'))?.status).toBe('passed');
  await library.get('an', 'events.cancel', { eventId: 'talk' });
  expect(await talk()).toMatchObject({ free: 1, registered: 0 });
  expect((await register('ding')).registration).toBe('registered');
  const told = await library.documents('notices', { title: '候补没有等到名额' });
  expect(told).toHaveLength(2);
});

it('an event that is over is due no more, whether or not somebody still stood in its list', async () => {
  await waitingList('offer')(1);
  for (const who of ['an', 'bai']) await register(who);
  await library.cloud.clock.move({ set: '2026-12-20T04:00:00.000Z' });
  await settle();
  const after = await talk();
  expect([after.state, after.nextAt]).toEqual(['closed', null]);
  await settle();
  expect((await talk()).turns).toBe(after.turns);
});
