import type { EventDraft } from '../../typings/contract';
import { DEFAULT_TERMS, NOTHING_YET } from '../../cloudfunctions/community/event-terms';
import type { EventDocument } from '../../cloudfunctions/documents';
import { startSmallLibrary, type SmallLibrary } from './library';

/** What a library has of events, and what is around one: its series, its table, its pictures, its odds. */

jest.setTimeout(240_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOver();
  await library.appoint('eve', ['events']);
});
afterAll(() => library?.close());

const draft = (changes: Partial<EventDraft> = {}): EventDraft => ({
  ...{ title: '冬夜读诗', kind: 'salon', speaker: '', about: [], audience: '', branchId: 'main' },
  ...{ place: '五楼书吧', quota: 5, door: 0, agenda: [], bring: '', moreDates: [], publishAt: null },
  startsAt: '2026-12-05T11:00:00.000Z',
  endsAt: '2026-12-05T13:00:00.000Z',
  opensAt: '2026-11-20T01:00:00.000Z',
  closesAt: '2026-12-05T11:00:00.000Z',
  ...DEFAULT_TERMS,
  ...{ source: '', seedAt: null },
  ...changes,
});
const saved = async (changes: Partial<EventDraft> = {}, besides?: string) =>
  (
    await library.get('eve', 'eventDesk.save', {
      ...draft(changes),
      eventId: '',
      publish: true,
      ...(besides !== undefined && { besides }),
    })
  ).eventId;
const services = (changes: object = {}) => ({
  kinds: ['talk' as const],
  lives: [],
  draws: true,
  lectures: true,
  ...changes,
});
const page = (eventId: string) => library.get('an', 'events.show', { eventId });
const titles = async (who: string) =>
  (await library.get(who, 'events.list', {})).list.map(({ title }) => title);

it('a kind that is off appears nowhere and is not made; it comes back with its switch', async () => {
  await saved();
  expect(await titles('an')).toEqual(['讲座', '冬夜读诗']);
  expect(await library.refused('eve', 'eventDesk.setServices', services())).toEqual(['role_missing']);
  await library.get('boss', 'eventDesk.setServices', services());
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  expect(await titles('an')).toEqual(['讲座']);
  const { days } = await library.get('an', 'events.month', { month: '2026-12' });
  expect(days).toEqual([]);
  const another = { ...draft({ place: '别处' }), eventId: '', publish: true };
  expect(await library.refused('eve', 'eventDesk.save', another)).toEqual(['event_kind_off']);
  await library.get('boss', 'eventDesk.setServices', services({ kinds: ['talk', 'salon'] }));
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  expect(await titles('an')).toEqual(['讲座', '冬夜读诗']);
});

it('where nothing is drawn no event is, and where there are no recaps none is shown', async () => {
  const { lectureId } = await library.get('eve', 'lectureDesk.begin', { eventId: '' });
  const written = (await library.get('eve', 'lectureDesk.show', { lectureId })).draft;
  await library.get('eve', 'lectureDesk.save', { ...written, lead: '一座城。', lectureId });
  await library.get('eve', 'lectureDesk.publish', { lectureId, at: null });
  expect((await library.get('an', 'home.show', {})).lecture?.lectureId).toBe(lectureId);
  await library.get('boss', 'eventDesk.setServices', services({ draws: false, lectures: false }));
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  const drawn = draft({ kind: 'talk', way: 'draw', source: '双色球', seedAt: '2026-12-05T11:30:00.000Z' });
  expect(await library.refused('eve', 'eventDesk.save', { ...drawn, eventId: '', publish: true })).toContain(
    'draws_off',
  );
  expect(await library.refused('an', 'lectures.show', { lectureId })).toEqual(['lecture_not_found']);
  expect((await library.get('an', 'lectures.list', {})).list).toEqual([]);
  const home = await library.get('an', 'home.show', {});
  expect([home.lecture, home.me.noLectures]).toEqual([undefined, true]);
});

it('events of a series know each other and are registered for one by one', async () => {
  const first = await saved();
  const second = await saved(
    {
      startsAt: '2026-12-12T11:00:00.000Z',
      endsAt: '2026-12-12T13:00:00.000Z',
      closesAt: '2026-12-12T11:00:00.000Z',
    },
    first,
  );
  expect((await page(first)).series.map(({ eventId }) => eventId)).toEqual([second]);
  expect((await page(second)).series.map(({ eventId }) => eventId)).toEqual([first]);
  await library.get('an', 'events.register', { eventId: first });
  expect((await page(second)).registration).toBe('open');
  expect((await page('talk')).series).toEqual([]);
  const nowhere = { ...draft({ place: '别处' }), eventId: '', publish: true, besides: 'nothing' };
  expect(await library.refused('eve', 'eventDesk.save', nowhere)).toEqual(['event_not_found']);
});

it('a table of who came holds no formula, and the log says who took it out', async () => {
  const eventId = await saved({
    party: 2,
    guestNames: true,
    fields: [{ id: 'q1', label: '单位', required: false, choices: [] }],
  });
  await library.get('an', 'events.register', {
    eventId,
    places: 2,
    guests: ['=LINK("http://x")'],
    answers: { q1: '@SUM(1,2)' },
  });
  const { csv, fileName } = await library.get('eve', 'eventDesk.exportPeople', { eventId });
  expect(fileName).toBe('2026-12-05 冬夜读诗 名单.csv');
  const [head, row] = csv.split('\r\n');
  expect(head).toBe('\ufeff姓名,人数,同行人,状态,报名时间,签到时间,单位');
  expect(row).toMatch(/^an,2,"'=LINK\(""http:\/\/x""\)",已报名,2026-11-22 10:00,,"'@SUM\(1,2\)"$/);
  const log = await library.documents('operations', { action: 'eventDesk.exportPeople' });
  expect(log.map(({ outcome }) => outcome)).toEqual(['导出活动名单']);
});

it('pictures are shown once the event has begun, and only those that were uploaded for events', async () => {
  const eventId = await saved();
  const photo = (path: string) => ({
    fileId: `cloud://cloud1-local.636c-cloud1-local/${path}`,
    caption: '读诗',
  });
  const put = (path: string) => ({ eventId, photos: [photo(path)] });
  expect(await library.refused('eve', 'eventDesk.setPhotos', put('events/a.jpg'))).toEqual([
    'event_not_begun',
  ]);
  await library.cloud.clock.move({ set: '2026-12-05T12:00:00.000Z' });
  expect(await library.ask('eve', 'eventDesk.setPhotos', put('imports/a.jpg'))).toMatchObject({
    invalid: [{}],
  });
  await library.get('eve', 'eventDesk.setPhotos', put('events/a.jpg'));
  expect((await page(eventId)).photos).toEqual([photo('events/a.jpg')]);
});

it('who came has their name for a certificate; who did not has none', async () => {
  const eventId = await saved();
  for (const who of ['an', 'bai']) await library.get(who, 'events.register', { eventId });
  await library.cloud.clock.move({ set: '2026-12-05T11:10:00.000Z' });
  await library.get('eve', 'eventDesk.checkIn', { eventId, readerId: 'reader-an' });
  await library.get('eve', 'eventDesk.close', { eventId });
  expect((await page(eventId)).own).toMatchObject({ status: 'attended', name: 'an' });
  const absent = (await library.get('bai', 'events.show', { eventId })).own;
  expect([absent?.status, absent?.name]).toEqual(['absent', undefined]);
});

it('the chance in the list comes from past events of the kind, and of too few nothing is said', async () => {
  const past = (n: number, served: number, unserved: number): EventDocument => ({
    ...NOTHING_YET,
    ...draft(),
    _id: `past-${n}`,
    startsAt: `2026-10-0${n}T11:00:00.000Z`,
    endsAt: `2026-10-0${n}T13:00:00.000Z`,
    ...{ state: 'closed', free: 0, served, unserved },
  });
  const put = (...list: EventDocument[]) =>
    library.cloud.db.upsert(
      'events',
      list.map((each) => ({ ...each })),
    );
  await put(past(1, 6, 4), past(2, 3, 5));
  expect((await page(await saved())).odds).toBeUndefined();
  await put(past(3, 1, 3));
  expect((await page(await saved({ place: '报告厅' }))).odds).toEqual({ events: 3, waited: 22, served: 10 });
  expect((await page(await saved({ place: '别处', kind: 'training' }))).odds).toBeUndefined();
});

it('who waited is counted when they get a place, and when the list ends', async () => {
  const eventId = await saved({ quota: 1, waiting: 'at_once' });
  for (const who of ['an', 'bai', 'chen']) await library.get(who, 'events.register', { eventId });
  await library.get('an', 'events.cancel', { eventId });
  expect(await library.document('events', eventId)).toMatchObject({ served: 1, unserved: 0 });
  await library.cloud.clock.move({ set: '2026-12-05T09:30:00.000Z' });
  await Promise.all([library.cloud.timer('jobs'), library.cloud.timer('jobs')]);
  await library.cloud.timer('jobs');
  expect(await library.document('events', eventId)).toMatchObject({ served: 1, unserved: 1 });
});
