import { createHash } from 'node:crypto';
import type { EventDraft } from '../../typings/contract';
import { inconsistencies } from '../../demo/consistency';
import { startSmallLibrary, type SmallLibrary } from './library';

/** What the staff of role `events` do, and what readers notice of it, through the real functions. */

jest.setTimeout(240_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOver();
  await library.appoint('eve', ['events']);
});
afterEach(async () => {
  expect(inconsistencies(await library.everything())).toEqual([]);
});
afterAll(() => library?.close());

const draft = (changes: Partial<EventDraft> = {}): EventDraft => ({
  title: '冬夜读诗',
  kind: 'salon',
  speaker: '',
  about: ['围炉读诗。'],
  audience: '',
  branchId: 'main',
  place: '五楼书吧',
  startsAt: '2026-12-05T11:00:00.000Z',
  endsAt: '2026-12-05T13:00:00.000Z',
  opensAt: '2026-11-20T01:00:00.000Z',
  closesAt: '2026-12-05T11:00:00.000Z',
  quota: 2,
  door: 0,
  agenda: [],
  bring: '',
  moreDates: [],
  publishAt: null,
  way: 'first_come',
  minAge: null,
  maxAge: null,
  categories: [],
  party: 2,
  guestNames: false,
  fields: [],
  cancelHours: 24,
  waiting: 'at_once',
  offerHours: 12,
  lastHours: 2,
  alone: false,
  source: '',
  seedAt: null,
  ...changes,
});
const save = (changes: Partial<EventDraft> = {}, eventId = '', publish = true) =>
  library.get('eve', 'eventDesk.save', { ...draft(changes), eventId, publish });
const refusedSave = (changes: Partial<EventDraft>, eventId = '') =>
  library.refused('eve', 'eventDesk.save', { ...draft(changes), eventId, publish: true });
const own = (eventId: string, who: string) => library.document('registrations', `${eventId}_reader-${who}`);
const told = async (who: string) =>
  (await library.documents('notices', { readerId: `reader-${who}`, topic: 'event' })).map(
    ({ title }) => title,
  );

it('a draft is the staff’s alone until it is published, by hand or at its time', async () => {
  const { eventId } = await save({ publishAt: '2026-11-23T01:00:00.000Z' }, '', false);
  expect(await library.refused('an', 'events.show', { eventId })).toEqual(['event_not_found']);
  expect((await library.get('an', 'events.list', {})).list.map((event) => event.eventId)).toEqual(['talk']);
  await library.cloud.clock.move({ set: '2026-11-23T01:00:00.000Z' });
  await library.cloud.timer('jobs');
  expect((await library.get('an', 'events.show', { eventId })).registration).toBe('open');
});

it('an event that is not there is not found, whatever is to be done to it', async () => {
  const eventId = 'nothing';
  const asked = [
    library.refused('eve', 'eventDesk.event', { eventId }),
    library.refused('eve', 'eventDesk.code', { eventId }),
    library.refused('eve', 'eventDesk.save', { ...draft(), eventId, publish: true }),
    library.refused('eve', 'eventDesk.cancel', { eventId, why: '讲者生病' }),
    library.refused('eve', 'eventDesk.message', { eventId, words: '请带身份证' }),
    library.refused('eve', 'eventDesk.close', { eventId }),
    library.refused('eve', 'eventDesk.draw', { eventId, figure: '7' }),
    library.refused('eve', 'eventDesk.checkIn', { eventId, readerId: 'reader-an' }),
  ];
  expect(new Set((await Promise.all(asked)).flat())).toEqual(new Set(['event_not_found']));
});

it('what cannot be right is said, and nothing is half done', async () => {
  expect(await refusedSave({ endsAt: '2026-12-05T10:00:00.000Z' })).toContain('event_times_wrong');
  await save();
  expect(await refusedSave({})).toEqual(['room_taken']);
  expect(await library.documents('events')).toHaveLength(2);
  expect(await library.refused('desk', 'eventDesk.list', {})).toEqual(['role_missing']);
});

it('another time is told once to who registered, moves their registration and lets them leave late', async () => {
  const { eventId } = await save();
  for (const who of ['an', 'bai', 'chen']) await library.get(who, 'events.register', { eventId });
  const moved = {
    startsAt: '2026-12-06T11:00:00.000Z',
    endsAt: '2026-12-06T13:00:00.000Z',
    closesAt: '2026-12-06T11:00:00.000Z',
  };
  await save(moved, eventId);
  await Promise.all([library.cloud.timer('jobs'), library.cloud.timer('jobs')]);
  expect(await told('an')).toEqual(['您报名的活动有变动']);
  expect(await own(eventId, 'an')).toMatchObject({ startsAt: moved.startsAt, changed: true });
  await library.cloud.clock.move({ set: '2026-12-06T08:00:00.000Z' });
  await library.get('an', 'events.cancel', { eventId });
  expect((await own(eventId, 'chen'))?.status).toBe('registered');
});

it('more places go to those who wait; fewer than are taken are refused', async () => {
  const { eventId } = await save();
  for (const who of ['an', 'bai', 'chen', 'ding']) await library.get(who, 'events.register', { eventId });
  expect(await refusedSave({ quota: 1 }, eventId)).toEqual(['quota_below_registered']);
  expect(await save({ quota: 3 }, eventId)).toMatchObject({ registered: 3, free: 0 });
  expect((await own(eventId, 'chen'))?.status).toBe('registered');
  expect((await own(eventId, 'ding'))?.status).toBe('waiting');
});

it('an event that is called off is told of, and its words to everybody reach each once', async () => {
  const { eventId } = await save();
  await library.get('an', 'events.register', { eventId });
  await library.get('eve', 'eventDesk.message', { eventId, words: '请带一首诗。' });
  await library.get('eve', 'eventDesk.cancel', { eventId, why: '停电' });
  await library.cloud.timer('jobs');
  expect((await told('an')).sort()).toEqual(['关于「冬夜读诗」', '您报名的活动取消了'].sort());
  expect((await library.get('an', 'events.show', { eventId })).registration).toBe('cancelled');
});

it('readers are checked in by the code at the door, by card, by name; who did not come has it written down', async () => {
  const { eventId } = await save({ quota: 4, door: 1 });
  for (const who of ['an', 'bai', 'chen']) await library.get(who, 'events.register', { eventId });
  expect(await library.refused('eve', 'eventDesk.checkIn', { eventId, readerId: 'reader-an' })).toEqual([
    'check_in_too_early',
  ]);
  await library.cloud.clock.move({ set: '2026-12-05T10:45:00.000Z' });
  const { code } = await library.get('eve', 'eventDesk.code', { eventId });
  await library.get('an', 'events.checkIn', { code });
  const scan = { eventId, scanned: '30100000002' };
  expect(await library.get('eve', 'eventDesk.checkIn', scan)).toMatchObject({ name: 'bai', before: false });
  expect(await library.get('eve', 'eventDesk.checkIn', scan)).toMatchObject({ before: true });
  // Nobody registered for this one, but a place is kept for the door.
  expect(await library.get('eve', 'eventDesk.checkIn', { eventId, readerId: 'reader-ding' })).toMatchObject({
    before: false,
  });
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  expect(await library.refused('chen', 'events.checkIn', { code })).toEqual(['event_code_not_valid']);
  await library.cloud.clock.move({ set: '2026-12-05T13:00:00.000Z' });
  await library.get('eve', 'eventDesk.close', { eventId });
  await library.cloud.timer('jobs');
  expect((await library.document('events', eventId))?.registered).toBe(4);
  const { list } = await library.get('eve', 'eventDesk.people', { eventId });
  expect(Object.fromEntries(list.map(({ name, status }) => [name, status]))).toEqual({
    an: 'attended',
    bai: 'attended',
    ding: 'attended',
    chen: 'absent',
  });
  expect((await library.document('readers', 'reader-chen'))?.missedEvents).toEqual(['2026-12-05']);
});

it('a crowded event is drawn by a list that was closed before its seed was known, once, and can be drawn again by anybody', async () => {
  const { eventId } = await save({
    way: 'draw',
    quota: 3,
    closesAt: '2026-11-25T04:00:00.000Z',
    seedAt: '2026-11-26T14:00:00.000Z',
    source: '双色球',
  });
  for (const [who, places] of [
    ['an', 2],
    ['bai', 2],
    ['chen', 1],
    ['ding', 1],
  ] as const)
    await library.get(who, 'events.register', { eventId, places });
  await library.cloud.clock.move({ set: '2026-11-25T04:00:00.000Z' });
  await library.cloud.timer('jobs');
  const list = await library.get('an', 'events.draw', { eventId });
  expect(list.tickets).toHaveLength(4);
  expect(list.share).toBeUndefined();
  expect(await library.refused('eve', 'eventDesk.draw', { eventId, figure: '1 2 3' })).toEqual([
    'draw_not_due',
  ]);
  await library.cloud.clock.move({ set: '2026-11-26T14:10:00.000Z' });
  const answers = await Promise.all(
    ['1 2 3', '4 5 6'].map((figure) => library.ask('eve', 'eventDesk.draw', { eventId, figure })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await library.cloud.timer('jobs');
  const drawn = await library.get('an', 'events.draw', { eventId });
  expect(drawn.listHash).toBe(list.listHash);
  expect(
    createHash('sha256')
      .update(drawn.share ?? '')
      .digest('hex'),
  ).toBe(list.commitment);
  // A family that does not fit is passed over: nobody waits who would fit in what is left.
  const standing = async () => {
    const all = await library.documents('registrations', { eventId });
    const has = all.filter(({ status }) => status === 'registered');
    const left = 3 - has.reduce((sum, { places }) => sum + places, 0);
    return { has, left, fits: all.filter(({ status, places }) => status === 'waiting' && places <= left) };
  };
  const { has, left, fits } = await standing();
  expect([left >= 0, has.length >= 2, fits]).toEqual([true, true, []]);
  // Whoever gives the place back gives it to the next of the same order.
  await library.get(has[0]?.readerId.replace('reader-', '') ?? '', 'events.cancel', { eventId });
  const after = await standing();
  expect([after.left >= 0, after.fits]).toEqual([true, []]);
});
