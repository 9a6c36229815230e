import { describeInBrowser } from './browser';
import { until } from '../until';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(240_000);

interface Switches {
  __preview: { network(mode: 'fast' | 'offline'): void };
}

const page = (name: string, eventId = '') =>
  `features/events/pages/${name}/index${eventId === '' ? '' : `?eventId=${eventId}`}`;

describeInBrowser('what is around an event', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const network = (person: Person, mode: 'fast' | 'offline') =>
    person.phone.page.evaluate((to) => (globalThis as unknown as Switches).__preview.network(to), mode);

  it('a reader narrows the programme, looks at a month, finds the way and takes a certificate home', async () => {
    const reader = await library.enter('reader', { page: 'pages/events/index' });
    await reader.sees('手机用得好');
    await reader.taps('还有名额');
    await reader.seesNoMore('手机用得好');
    await reader.taps('筛选');
    await reader.taps(/^少年儿童馆$/);
    await reader.taps('看这些活动');
    await reader.seesNoMore('同读一本书');
    await reader.sees('周末故事会');
    await reader.tapsNamed('不再限定 少年儿童馆');
    await reader.sees('同读一本书');
    await reader.taps('活动月历');
    await reader.tapsNamed(/11月29日.*1 场活动/);
    await reader.taps('同读一本书');
    await reader.taps('看地图');
    await reader.sees('云溪市栖霞路 88 号');
    await reader.leaves();

    const came = await library.enter('reader', { page: page('event', 'e-trees') });
    await came.taps('参加证明');
    await came.taps('发给朋友或保存');
    await came.phone.page.locator('.preview-picture').waitFor();
    await came.leaves();
  });

  it('staff check people in without network; it is sent when there is one again', async () => {
    await library.cloud.clock.move({ set: '2026-11-27T01:10:00.000Z' });
    const staff = await library.enter('librarian', { page: page('run', 'e-phone') });
    await staff.sees('报名的人');
    await network(staff, 'offline');
    await staff.taps(/^签到$/);
    await staff.sees('已记在手机上');
    await staff.sees('还没有送到');
    await network(staff, 'fast');
    const isIn = async () =>
      (await library.cloud.db.find('registrations', { eventId: 'e-phone', came: true })).length === 1;
    expect(await until(isIn)).toBe(true);
    await staff.seesNoMore('还没有送到');
    await staff.leaves();
  });

  it('what the library switches off is in no list', async () => {
    const staff = await library.enter('librarian', { page: page('services') });
    await staff.tapsNamed('沙龙');
    await until(async () => {
      const [settings] = await library.cloud.db.get('settings', ['library']);
      return JSON.stringify(settings).includes('"kinds"');
    });
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    await staff.leaves();
    const reader = await library.enter('reader', { page: 'pages/events/index' });
    await reader.sees('周末故事会');
    await reader.seesNoMore('同读一本书');
    await reader.leaves();
  });
});
